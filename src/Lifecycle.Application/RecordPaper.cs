using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>One record at a point of both times, with everything that is shown beside it.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Life">How it came there, event by event.</param>
/// <param name="Publication">The publication that made it; null when it was not released by then.</param>
/// <param name="Kin">The records under it and those that it names, as far as the caller may see them.</param>
/// <param name="Same">The same record with every body that it is addressed to.</param>
/// <param name="Next">What can be done next; empty when the point is not now.</param>
public sealed record RecordPaper(
    Recommendation State, RecommendationReplay Life, PublicationSummary? Publication, IReadOnlyList<RegisterRow> Kin,
    SameRecordStanding Same, IReadOnlyList<NextAct> Next)
{
    /// <summary>The records that answer this cause of concern.</summary>
    public IEnumerable<RegisterRow> Children => Kin.Where(row => row.Parent == State.Reference);

    /// <summary>A record that this one names; null when there is none that the caller may know of.</summary>
    public RegisterRow? Find(string reference) => Kin.FirstOrDefault(row => row.Reference == reference);

    internal static IReadOnlyList<string> Named(Recommendation state)
    {
        var others = state.Links.Select(link => link.Target).ToHashSet();
        if (state.Raised.Parent is { } parent) others.Add(parent);
        if (state.Stage is Stage.EndedStage { By: Superseded by }) others.Add(by.Successor);
        return [.. others];
    }
}
