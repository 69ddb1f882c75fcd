using System.Buffers;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Every record of the register of a point as a <see cref="CensusLine"/>, in no order: the database hands over which there are, and the program counts them.</summary>
internal sealed class Census : IDisposable
{
    private static readonly string Sql = SqlText.Of("register_census");

    private readonly DateOnly _asAt;
    private readonly byte[] _bytes;
    private readonly int[] _places;

    // Megabytes, many times a minute: from the pool, so that they are no work for the collector.
    private Census(DateOnly asAt, byte[] bytes, int length) =>
        (_asAt, _bytes, Count, _places) = (asAt, bytes, length / CensusLine.Size, ArrayPool<int>.Shared.Rent(length / CensusLine.Size));

    public int Count { get; }

    /// <param name="filter">Of it only owner and board narrow: all else that a list of the nation is filtered by is in the lines.</param>
    public static Task<Census> AskAsync(Look look, AsOf asOf, RegisterFilter filter, Conditions within, CancellationToken cancellation)
    {
        var where = filter.InOwner().And(filter.InBoard()).And(within);
        string[] columns = ["tenant_id", "census", .. filter.Owner is null ? [] : (string[])["owner"], .. filter.Board is null ? [] : (string[])["board"]];
        return look.AskAsync(
            Sql.Replace("{rows}", RegisterRows.OfAll(asOf, columns), StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
            },
            (reader, ct) => ReadAsync(reader, asOf.AsAt, ct), cancellation);
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
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
    }

    private static async Task<Census> ReadAsync(NpgsqlDataReader reader, DateOnly asAt, CancellationToken cancellation)
    {
        if (!await reader.ReadAsync(cancellation) || reader.IsDBNull(0)) return new(asAt, [], 0);
        var length = (int)reader.GetBytes(0, 0, null, 0, 0);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        reader.GetBytes(0, 0, bytes, 0, length);
        return new(asAt, bytes, length);
    }
}
