namespace Lifecycle.Domain.Positions;

/// <summary>Open counts of a body, a group's average or the nation's average, as a paper printed them.</summary>
/// <param name="Position">Id, a readable slug.</param>
/// <param name="Subject">Whose counts.</param>
/// <param name="AsAt">The day they hold for. A declared count is the total of its day.</param>
/// <param name="Counts">Open records by kind; null is not stated. Averages may be fractions.</param>
/// <param name="Source">Where it is printed.</param>
/// <param name="Note">Anything a reader must know, for example how many forces an average covers.</param>
public sealed record PositionDeclared(
    string Position,
    PositionSubject Subject,
    DateOnly AsAt,
    IReadOnlyDictionary<RecordKind, decimal?> Counts,
    string Source,
    string? Note) : IEvent;
