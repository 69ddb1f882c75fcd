using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Requests;

/// <summary>The query parameters that several endpoints share.</summary>
internal static class Parameters
{
    public static QueryParameter AsAt { get; } = new("asAt", "What had happened by the end of this day. Today when left out.", "2023-09-04") { Format = "date" };

    public static QueryParameter KnownAt { get; } = new(
        "knownAt", "What had been recorded by this moment: a time in UTC, or a day, which means its end in London. Now when left out.",
        "2026-01-31T17:00:00Z");

    public static QueryParameter Body { get; } = new("body", "Id of a body.", "west-mercia");

    public static QueryParameter Kind { get; } = new("kind", "Kinds of record, with commas between them.", "area-for-improvement") { Words = Words.Of<RecordKind>(), Many = true };

    public static QueryParameter Status { get; } = new("status", "Where it stands: words with commas between them.", "in-progress") { Words = Words.Of<Status>(), Many = true };

    public static QueryParameter Page { get; } = new("page", "Which page, from 1.", "1") { Range = (1, Paging.MaxNumber) };

    public static QueryParameter PageSize { get; } = new("pageSize", "Items on a page; 50 when left out.", "50") { Range = (1, Paging.MaxSize) };
}

/// <summary>One page of a list. The order is stable, so pages neither repeat nor skip while nothing changes.</summary>
/// <param name="Items">The items of the page asked for.</param>
/// <param name="Total">Items on all pages.</param>
/// <param name="AsAt">The day of the view.</param>
/// <param name="KnownAt">The moment of the view; null is now.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, long Total, DateOnly AsAt, DateTimeOffset? KnownAt);

/// <summary>Reads what several endpoints share.</summary>
internal static class SharedParameters
{
    public static AsOf AsOf(this QueryReader query, TimeProvider clock) =>
        new(LondonDay.Of(clock.GetUtcNow()), query.Day(Parameters.AsAt), query.Moment(Parameters.KnownAt));

    public static Paging Paging(this QueryReader query) =>
        new(query.Number(Parameters.Page) ?? 1, query.Number(Parameters.PageSize) ?? 50);
}
