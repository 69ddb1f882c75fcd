using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>What changed between two days, as known at a moment: what a board asks for since it last met.</summary>
public static class Movements
{
    private static readonly string CountsSql = SqlText.Of("movement_counts");
    private static readonly string PageSql = SqlText.Of("movement_page");
    private static readonly string[] Sorts = [.. Enum.GetValues<MovementKind>().Select(Words.Of)];

    /// <summary>
    /// One count for each sort of movement that there was. What was open on the day since, and what was raised and reopened,
    /// less what closed, is what is open as at the day asked for.
    /// </summary>
    /// <param name="bodies">Only these; null is every body in scope.</param>
    /// <param name="since">The day of the last meeting: what happened on it had been told.</param>
    public static Task<List<MovementCount>> CountAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, DateOnly since, AsOf asOf, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(bodies, scope, "m").With("what", Sorts).With("since", since);
        return database.AskAsync(
            scope, CountsSql.Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
            },
            (reader, ct) => reader.AllAsync(MovementCount.Read, ct), cancellation);
    }

    /// <summary>A page of the movements themselves, oldest first. How many there are in all, <see cref="CountAsync"/> says.</summary>
    /// <param name="what">Only movements of these sorts.</param>
    public static Task<List<Movement>> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, IReadOnlyList<MovementKind> what, DateOnly since, AsOf asOf,
        Paging paging, CancellationToken cancellation)
    {
        var where = new Conditions()
            .AndOf(bodies, scope, "m")
            .With("what", what.Select(Words.Of).ToArray())
            .With("since", since);
        return database.AskAsync(
            scope,
            PageSql.Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal).Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
                paging.AddTo(p);
            },
            (reader, ct) => reader.AllAsync(Movement.Read, ct), cancellation);
    }
}
