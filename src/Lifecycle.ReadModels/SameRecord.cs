using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>With how many bodies one record has a status.</summary>
/// <param name="Overdue">Of these, with how many it is open and its day has passed.</param>
public sealed record SameRecordCount(Status Status, long Bodies, long Overdue)
{
    internal static SameRecordCount Read(NpgsqlDataReader row) => new(row.Word<Status>(0), row.GetInt64(1), row.GetInt64(2));
}

/// <summary>One record with one of the bodies that answer for it.</summary>
public sealed record SameRecordItem(string Reference, string Body, string Title, Status Status, DateOnly StatusSince, DateOnly? DueOn)
{
    internal static SameRecordItem Read(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetString(3), row.Word<Status>(4), row.Day(5), row.DayOrNull(6));
}

/// <summary>One record of a publication with every body that it is addressed to.</summary>
/// <param name="Counts">Of all bodies, whoever asks: numbers only.</param>
/// <param name="Records">By body, those that the caller may see.</param>
public sealed record SameRecordStanding(IReadOnlyList<SameRecordCount> Counts, Page<SameRecordItem> Records);

/// <summary>How the other bodies stand with the same national record. Their counts are for everybody; their records are not.</summary>
public static class SameRecord
{
    private static readonly string CountsSql = SqlText.Of("same_record_counts");
    private static readonly string PageSql = SqlText.Of("same_record_page");

    /// <param name="number">The record's number in the publication.</param>
    public static async Task<SameRecordStanding> ReadAsync(
        Database database, ReadScope scope, string publication, string number, AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(null, scope, "r");
        var counts = await database.AskAsync(
            scope, CountsSql, Parameters, (reader, ct) => reader.AllAsync(SameRecordCount.Read, ct), cancellation);
        var page = await database.AskAsync(
            scope,
            PageSql.Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            Parameters, (reader, ct) => reader.PageAsync(SameRecordItem.Read, ct), cancellation);
        return new(counts, page);

        void Parameters(NpgsqlParameterCollection p)
        {
            asOf.AddTo(p);
            where.AddTo(p);
            paging.AddTo(p);
            p.AddWithValue("publication", publication);
            p.AddWithValue("number", number);
        }
    }
}
