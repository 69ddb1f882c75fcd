using System.Buffers;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Every record of the register of a point as a <see cref="CensusLine"/>, in no order: the database hands over which there are, and the program counts them.</summary>
internal sealed class Census : IDisposable
{
    private static readonly string Sql = SqlText.Of("register_census");

    // Megabytes, many times a minute: from a pool, so that they are no work for the collector, and from one of their own, because the
    // common one keeps some for every thread.
    private static readonly ArrayPool<byte> Pool = ArrayPool<byte>.Create(maxArrayLength: 1 << 28, maxArraysPerBucket: 4);

    private readonly DateOnly _asAt;
    private readonly byte[] _bytes;
    private readonly int[] _places;

    private Census(DateOnly asAt, byte[] bytes, int length) =>
        (_asAt, _bytes, Count, _places) = (asAt, bytes, length / CensusLine.Size, ArrayPool<int>.Shared.Rent(length / CensusLine.Size));

    public int Count { get; }

    /// <param name="filter">Of it only owner and board narrow: all else that a list of the nation is filtered by is in the lines.</param>
    public static Task<Census> AskAsync(Look look, AsOf asOf, RegisterFilter filter, Conditions within, CancellationToken cancellation)
    {
        var where = filter.InOwner().And(filter.InBoard()).And(within);
        string[] columns = ["tenant_id", "census", .. filter.Owner is null ? [] : (string[])["owner"], .. filter.Board is null ? [] : (string[])["board"]];
        return look.AskBytesAsync(
            Sql.Replace("{rows}", RegisterRows.OfAll(asOf, columns), StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
            },
            (bytes, ct) => ReadAsync(bytes, asOf.AsAt, ct), cancellation);
    }

    public CensusLine Line(int at) => new(_bytes.AsSpan(at * CensusLine.Size, CensusLine.Size));

    public RegisterFacts Facts(int at) => Line(at).Facts(_asAt);

    /// <summary>Where each is among the records known, once that was looked up.</summary>
    public int PlaceOf(int at) => _places[at];

    /// <summary>Looks up where each is among the records known.</summary>
    /// <returns>Those of whom nothing is known yet.</returns>
    public List<Guid> LookUp(KnownRecords known)
    {
        var strangers = new List<Guid>();
        for (var at = 0; at < Count; at++)
        {
            if ((_places[at] = known.PlaceOf(Line(at).Stream)) < 0) strangers.Add(Line(at).Stream);
        }

        return strangers;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_places);
        Pool.Return(_bytes);
    }

    private static async Task<Census> ReadAsync(Stream lines, DateOnly asAt, CancellationToken cancellation)
    {
        var length = (int)lines.Length;
        var bytes = Pool.Rent(length);
        await lines.ReadExactlyAsync(bytes.AsMemory(0, length), cancellation);
        return new(asAt, bytes, length);
    }
}
