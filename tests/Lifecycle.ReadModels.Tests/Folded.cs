using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels.Tests;

/// <summary>What a read model should say, by nothing but a fold of what was known and had happened.</summary>
public static class Folded
{
    public static List<Recommendation> States(this World world, AsOf asOf) =>
        [.. world.Records.Select(life => life.AsAt(asOf.AsAt, asOf.KnownAt ?? DateTimeOffset.MaxValue)).OfType<Recommendation>()];

    public static List<RegisterRow> Rows(this World world, AsOf asOf) =>
        [.. world.States(asOf).Select(RegisterRow.Of).OrderBy(row => row.Reference, StringComparer.Ordinal)];


    public static decimal? Declared(this World world, string body, RecordKind kind, AsOf asOf) => world.Lives
        .Where(life => life.Type == "declared_position")
        .Select(life => (Life: life, State: DeclaredPosition.Fold(life.Events.Where(e => e.RecordedAt <= asOf.KnownAt))))
        .Where(p => p.State?.Standing is { } e && e.Subject.Body == body && e.AsAt == asOf.AsAt && e.Counts.GetValueOrDefault(kind) is not null)
        .Select(p => p.State!.Standing.Counts[kind])
        .LastOrDefault();

    public static Publication? PublicationAt(Life life, AsOf asOf)
    {
        var known = life.Events.Where(e => e.RecordedAt <= asOf.KnownAt).ToList();
        return Publication.Fold(known)?.PublishedOn <= asOf.AsAt && Publication.Fold(History.Known(known, asOf.AsAt, asOf.KnownAt!.Value)) is { Released: not null } state
            ? state
            : null;
    }

    public static string? Grade(Publication state, JudgmentsGraded graded, AreaJudgment judgment) =>
        state.CorrectionOf(Publication.GradeField(graded.Body, graded.Cycle, judgment.Area)) is { } corrected ? corrected.Value
        : judgment.Grade is { } grade ? Words.Of(grade) : null;
}
