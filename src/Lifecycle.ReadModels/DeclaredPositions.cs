using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>One count of a position as a paper printed it.</summary>
internal sealed record DeclaredFigure(
    string Position, SubjectKind Subject, string? Body, DateOnly AsAt, RecordKind Kind, decimal? Count, string Source, string? Note);

/// <summary>Positions as papers printed them. A figure holds for its own day only, so its days are not cut: only what is known changes.</summary>
internal static class DeclaredPositions
{
    public static IReadModel Model { get; } = new BitemporalTable<DeclaredFigure>(
        "declared_position", shape: 1,
        Cut.Whole(
            history => history.Position?.Standing,
            standing => Figures(standing).Select(figure => new Segment<DeclaredFigure>(DateOnly.MinValue, DateOnly.MaxValue, figure)).ToList()),
        [
            Column.Text("position", (DeclaredFigure figure) => figure.Position),
            Column.Word("subject", (DeclaredFigure figure) => (SubjectKind?)figure.Subject),
            Column.Text("body", (DeclaredFigure figure) => figure.Body),
            Column.Day("as_at", (DeclaredFigure figure) => figure.AsAt),
            Column.Key("kind", (DeclaredFigure figure) => Words.Of(figure.Kind)),
            Column.Number("count", (DeclaredFigure figure) => figure.Count),
            Column.Text("source", (DeclaredFigure figure) => figure.Source),
            Column.Text("note", (DeclaredFigure figure) => figure.Note),
        ]);

    private static IEnumerable<DeclaredFigure> Figures(PositionDeclared e) =>
        e.Counts.Select(count => new DeclaredFigure(
            e.Position, e.Subject.Kind, e.Subject.Body, e.AsAt, count.Key, count.Value, e.Source, e.Note));
}
