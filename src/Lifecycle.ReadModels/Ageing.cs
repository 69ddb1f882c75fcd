using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>How long ago an open record was raised. A band begins with the age that it names.</summary>
public enum AgeBand
{
    /// <summary>24 months or more.</summary>
    TwoYears,
    /// <summary>12 months, and less than 24.</summary>
    OneYear,
    /// <summary>6 months, and less than 12.</summary>
    SixMonths,
    /// <summary>3 months, and less than 6.</summary>
    ThreeMonths,
    /// <summary>Less than 3 months.</summary>
    New,
}

/// <summary>Open records of a kind in an age band.</summary>
public sealed record AgeGroup(RecordKind Kind, AgeBand Band, long Open)
{
    internal static AgeGroup Read(NpgsqlDataReader row) => new(row.Word<RecordKind>(0), (AgeBand)row.GetInt32(1), row.GetInt64(2));
}

/// <summary>How old the open records of a day are.</summary>
public static class Ageing
{
    private static readonly int[] Months = [24, 12, 6, 3];

    private static readonly string Sql = SqlText.Of("ageing");

    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static Task<List<AgeGroup>> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(bodies, scope, "r");
        return database.AskAsync(
            scope,
            Sql.Replace("{where}", where.ToString(), StringComparison.Ordinal).Replace("{known}", asOf.Known("r"), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                p.AddWithValue("bounds", Months.Select(months => asOf.AsAt.AddMonths(-months)).ToArray());
            },
            (reader, ct) => reader.AllAsync(AgeGroup.Read, ct), cancellation);
    }
}
