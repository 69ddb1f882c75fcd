using System.Buffers;
using System.Buffers.Binary;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Every record of a point as register_census hands them over: its stream, what it is put in order by, what it is counted by.</summary>
internal sealed class RecordFacts : IDisposable
{
    private const int Size = 24;
    private readonly byte[] _bytes;

    private readonly int[] _places;

    // Megabytes, many times a minute: from the pool, so that they are no work for the collector.
    private RecordFacts(byte[] bytes, int length) => (_bytes, Count, _places) = (bytes, length / Size, ArrayPool<int>.Shared.Rent(length / Size));

    public int Count { get; }

    public Guid Stream(int at) => new(_bytes.AsSpan(at * Size, 16), bigEndian: true);

    /// <summary>The key of the order; equals are in the order of their references.</summary>
    public int Key(int at) => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan((at * Size) + 16));

    public RegisterFacts Facts(int at) => new(BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan((at * Size) + 20)));

    /// <summary>Where each is among the records known, once that was looked up.</summary>
    public int PlaceOf(int at) => _places[at];

    /// <summary>Looks up where each is among the records known.</summary>
    /// <returns>Those of whom nothing is known yet.</returns>
    public List<Guid> LookUp(KnownRecords known)
    {
        var strangers = new List<Guid>();
        for (var at = 0; at < Count; at++)
        {
            if ((_places[at] = known.PlaceOf(Stream(at))) < 0) strangers.Add(Stream(at));
        }

        return strangers;
    }

    public static async Task<RecordFacts> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        if (!await reader.ReadAsync(cancellation) || reader.IsDBNull(0)) return new([], 0);
        var length = (int)reader.GetBytes(0, 0, null, 0, 0);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        reader.GetBytes(0, 0, bytes, 0, length);
        return new(bytes, length);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_places);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
    }
}
