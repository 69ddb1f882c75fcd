using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels;

/// <summary>
/// What the register is counted by, of one record: the four words as the column <c>facts</c> packs them, then whether it is overdue and
/// whether a missed day is explained.
/// </summary>
internal readonly record struct RegisterFacts(int Packed)
{
    public const int OverdueBit = 2;

    public RecordKind Kind => (RecordKind)((Packed >> 7 & 7) - 1);

    /// <summary>1 to 4; null is unknown.</summary>
    public int? Level => (Packed >> 2 & 7) is var level and > 0 ? level : null;

    public Status Status => (Status)((Packed >> 10) - 1);

    /// <summary>Null is not rated.</summary>
    public Rag? Rag => (Packed >> 5 & 3) is var rag and > 0 ? (Rag)(rag - 1) : null;

    public bool Overdue => (Packed & OverdueBit) != 0;

    public bool Explained => (Packed & 1) != 0;

    /// <summary>Of the column, which says nothing of days.</summary>
    public static RegisterFacts OfColumn(int facts) => new(facts << 2);

    /// <summary>As the column holds it: level, rating, kind and status, from the lowest bits up.</summary>
    public static int Pack(RegisterRow row) =>
        PlaceOf(row.Level) | PlaceOf(row.Rag) << 3 | PlaceOf(row.Kind) << 5 | PlaceOf(row.Status) << 8;

    // The same places within the column itself, for conditions.
    public static int PlaceOf(RecordKind kind) => (int)kind + 1;

    public static int PlaceOf(int? level) => level ?? 0;

    public static int PlaceOf(Status status) => (int)status + 1;

    public static int PlaceOf(Rag? rag) => rag is { } rated ? (int)rated + 1 : 0;
}
