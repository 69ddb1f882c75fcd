using Lifecycle.Domain.Recommendations;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>What every page of one record begins with.</summary>
/// <param name="Here">Which of the record's pages this is.</param>
/// <param name="When">When it stood so, where that is not the point in time that the page is about.</param>
internal sealed record RecordHead(Recommendation State, string Here, string? When = null)
{
    public const string Record = "Record";
    public const string History = "History";
    public const string Replay = "Step by step";
    public const string Moments = "Two moments";

    /// <summary>The record's pages with their addresses.</summary>
    public IEnumerable<(string Name, string Address)> Pages(Links links) =>
    [
        (Record, links.Record(State.Reference)), (History, links.History(State.Reference)),
        (Replay, links.Replay(State.Reference)), (Moments, links.Moments(State.Reference)),
    ];
}
