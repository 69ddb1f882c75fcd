using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>An open record whose day has passed, with what its force says of it.</summary>
/// <param name="Forecast">The force's own expected day.</param>
/// <param name="Reason">Why; null while nobody has said.</param>
/// <param name="Shared">Whether other forces missed it too, as this force says; null while nobody has asked.</param>
/// <param name="AlsoOverdue">How many other bodies are overdue with the same record, as the register counts.</param>
public sealed record OverdueItem(
    string Reference, string Body, string Title, RecordKind Kind, int? Level, Status Status, string? Owner, string? Board, DateOnly DueOn,
    DateOnly? Forecast, string? Reason, bool? Shared, long AlsoOverdue)
{
    internal static OverdueItem Of(RegisterRow row, long overdue) => new(
        row.Reference, row.Body, row.Title, row.Kind, row.Level, row.Status, row.Owner, row.Board, row.DueOn!.Value, row.Forecast,
        row.MissedReason, row.MissedShared, overdue - 1);
}

/// <summary>A page of what is overdue, and counts of all of it.</summary>
/// <param name="Explained">How many have a reason.</param>
/// <param name="Shared">Of these, known to be missed by other forces too.</param>
/// <param name="NotShared">Of these, known not to be; of the rest nobody has asked.</param>
public sealed record OverduePage(IReadOnlyList<OverdueItem> Items, long Total, long Explained, long Shared, long NotShared);

/// <summary>What is overdue, why, and whether it is only us.</summary>
public static class Overdue
{
    private static readonly string Sql = SqlText.Of("overdue");
    private static readonly string ElsewhereSql = SqlText.Of("overdue_elsewhere");

    /// <summary>Longest overdue first. The due day itself is in time.</summary>
    /// <param name="names">One for all lists of a service.</param>
    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static Task<OverduePage> ReadAsync(
        Database database, RecordNames names, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, Paging paging,
        CancellationToken cancellation)
    {
        paging.Check();
        var filter = new RegisterFilter(Bodies: bodies, Overdue: true);
        return RegisterRows.AreFew(scope, filter)
            ? database.LookAsync(
                scope, async look => await PageAsync(look, await FewAsync(look, scope, filter, asOf, paging, cancellation), asOf, cancellation),
                cancellation)
            : CensusCount.CountAsync(
                database, names, scope, filter, asOf, (look, counted) => PageAsync(look, Many(counted, paging), asOf, cancellation), cancellation);
    }

    private static Task<Found> FewAsync(
        Look look, ReadScope scope, RegisterFilter filter, AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        var where = filter.Where().And(Register.Within(scope));
        return look.AskAsync(
            Sql.Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                paging.AddTo(p);
            },
            async (reader, ct) =>
            {
                await reader.ReadAsync(ct);
                return new Found(
                    reader.GetFieldValue<Guid[]>(4), new([], reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
            },
            cancellation);
    }

    private static Found Many(CountedRecords counted, Paging paging)
    {
        var (census, tally) = counted;
        var (explained, shared, notShared) = (0, 0, 0);
        foreach (var at in tally.Found)
        {
            var line = census.Line(at);
            if (census.Facts(line).Explained) explained++;
            if (line.MissedShared is { } answer) _ = answer ? shared++ : notShared++;
        }

        return new(tally.Streams(census, RegisterSort.Due, paging), new([], tally.Counts.Total, explained, shared, notShared));
    }

    private static async Task<OverduePage> PageAsync(Look look, Found found, AsOf asOf, CancellationToken cancellation)
    {
        var rows = await RegisterCensus.RowsAsync(look, found.Page, asOf, cancellation);
        var overdue = await look.AskAsync(
            ElsewhereSql,
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("publications", rows.Select(row => row.Publication).ToArray());
                p.AddWithValue("numbers", rows.Select(row => row.Number).ToArray());
            },
            (reader, ct) => reader.AllAsync(row => row.GetInt64(0), ct), cancellation);
        return found.Counts with { Items = [.. rows.Zip(overdue, OverdueItem.Of)] };
    }

    /// <param name="Page">The streams of the page, in its order.</param>
    /// <param name="Counts">Of all of them, with no items yet.</param>
    private sealed record Found(IReadOnlyList<Guid> Page, OverduePage Counts);
}
