using System.Collections.Immutable;
using Lifecycle.Domain;
using Lifecycle.Domain.Publications;

namespace Lifecycle.ReadModels.Tables;

/// <summary>The state of a publication with what the tables hold of it; nothing of it is shown before its release.</summary>
internal sealed record PublicationPicture(
    Publication State, PublicationFacts? Facts, ImmutableArray<GradeCell> Grades, ImmutableArray<DeclaredCount> Counts)
{
    public static PublicationPicture? Evolve(PublicationPicture? was, Recorded recorded) =>
        Publication.Evolve(was?.State, recorded) is not { } state ? null
        : state.Released is null ? new(state, null, [], [])
        : new(state, PublicationFacts.Of(state), [.. GradesOf(state)], [.. CountsOf(state)]);

    // One area is judged once in one assessment; a judgment given again is the first one.
    private static IEnumerable<GradeCell> GradesOf(Publication state) =>
        (from graded in state.Judgments
         from judgment in graded.Judgments
         select GradeCell.Of(state, graded, judgment)).DistinctBy(cell => (cell.Body, cell.Cycle, cell.Area));

    // Two sources may print different numbers, and both are kept.
    private static IEnumerable<DeclaredCount> CountsOf(Publication state) =>
        (from declared in state.Counts
         from count in declared.Counts
         select new DeclaredCount(
             state.Released!.Publication, declared.Subject, count.Key, count.Value, declared.Source, declared.Note))
        .DistinctBy(count => (count.Subject, count.Counted, count.Source));
}
