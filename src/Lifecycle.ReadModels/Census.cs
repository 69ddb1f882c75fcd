using System.Buffers;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>
/// Every record of the register of a point as a <see cref="CensusLine"/>, in no order. The database hands over which there are, and the
/// program counts them while the next are being found.
/// </summary>
/// <param name="counted">Told which have arrived: where the first of them is, and the end.</param>
internal sealed class Census(DateOnly asAt, Action<Census, Range> counted) : IDisposable
{
    private const int LinesInBlock = 1 << 7;

    // Megabytes, many times a minute: from a pool, so that they are no work for the collector, and from one of their own, because the
    // common one keeps some for every thread.
    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(LinesInBlock * CensusLine.Size, maxArraysPerBucket: 4_000);

    private readonly List<byte[]> _blocks = [];

    public int Count { get; private set; }

    /// <param name="within">On tenant_id; all else that a list of the nation is narrowed by is in the lines.</param>
    public Task AskAsync(Look look, AsOf asOf, Conditions within, CancellationToken cancellation) => look.AskPiecesAsync(
        RegisterRows.Lines(asOf, within),
        p =>
        {
            asOf.AddTo(p);
            within.AddTo(p);
        },
        AddAsync, cancellation);

    public CensusLine Line(int at) => new(_blocks[at / LinesInBlock].AsSpan(at % LinesInBlock * CensusLine.Size, CensusLine.Size));

    public RegisterFacts Facts(CensusLine line) => line.Facts(asAt);

    public void Dispose() => _blocks.ForEach(block => Pool.Return(block));

    private async Task AddAsync(Stream lines, CancellationToken cancellation)
    {
        for (var left = (int)(lines.Length / CensusLine.Size); left > 0;)
        {
            var (first, within) = (Count, Count % LinesInBlock);
            if (within == 0) _blocks.Add(Pool.Rent(LinesInBlock * CensusLine.Size));
            var lot = Math.Min(left, LinesInBlock - within);
            await lines.ReadExactlyAsync(_blocks[^1].AsMemory(within * CensusLine.Size, lot * CensusLine.Size), cancellation);
            (Count, left) = (Count + lot, left - lot);
            counted(this, first..Count);
        }
    }
}
