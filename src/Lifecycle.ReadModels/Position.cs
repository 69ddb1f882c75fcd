using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>What a position can be split by.</summary>
public enum PositionSplit
{
    Body,
    Kind,
    Level,
    Status,
    Publication,
}

/// <summary>Open records with the same values of what the position is split by; the rest is null.</summary>
/// <param name="Level">When split by level, null is unknown, which is never nought.</param>
public sealed record PositionGroup(string? Body, RecordKind? Kind, int? Level, Status? Status, string? Publication, long Open)
{
    internal static PositionGroup Read(NpgsqlDataReader row)
    {
        var facts = RegisterFacts.OfColumn(row.GetInt32(1));
        return new(row.GetString(0), facts.Kind, facts.Level, facts.Status, row.TextOrNull(2), row.GetInt64(3));
    }

    /// <summary>What it is one of when split by these alone; counts nothing yet.</summary>
    internal PositionGroup By(IReadOnlyList<PositionSplit> splits) => new(
        splits.Contains(PositionSplit.Body) ? Body : null,
        splits.Contains(PositionSplit.Kind) ? Kind : null,
        splits.Contains(PositionSplit.Level) ? Level : null,
        splits.Contains(PositionSplit.Status) ? Status : null,
        splits.Contains(PositionSplit.Publication) ? Publication : null,
        0);
}

/// <summary>How many records of a kind were open with a body: counted one by one, and as a paper declared for that very day.</summary>
/// <param name="Itemised">Open records held; null when the register never held any, which is unknown and not nought.</param>
/// <param name="Declared">The total that a paper prints for the day; itemised records count towards it, never on top. Null when none does.</param>
/// <param name="Source">Where the declared total is printed.</param>
public sealed record PositionTotal(string Body, RecordKind Kind, long? Itemised, decimal? Declared, string? Source)
{
    /// <summary>Declared records that the register does not hold one by one.</summary>
    public decimal? NotItemised => Declared is { } total && total >= (Itemised ?? 0) ? total - (Itemised ?? 0) : null;

    /// <summary>More are held than were declared: one of the two is wrong, and somebody must find out which.</summary>
    public bool ItemisedExceedDeclared => Itemised > Declared;

    /// <summary>The declared total where there is one, otherwise what was counted; null is unknown.</summary>
    public decimal? Value => Declared ?? Itemised;

    public CountBasis Basis => Declared is not null ? CountBasis.Declared : Itemised is not null ? CountBasis.Computed : CountBasis.Unknown;

    internal static PositionTotal Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.Word<RecordKind>(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.NumberOrNull(3), row.TextOrNull(4));

    /// <summary>Where the row says only whether any was held, and the counts say how many are open.</summary>
    internal static PositionTotal Read(NpgsqlDataReader row, Dictionary<(string?, RecordKind?), long> open)
    {
        var (body, kind) = (row.GetString(0), row.Word<RecordKind>(1));
        return new(body, kind, row.GetBoolean(2) ? open.GetValueOrDefault((body, kind)) : null, row.NumberOrNull(3), row.TextOrNull(4));
    }
}

/// <summary>Where a count comes from.</summary>
public enum CountBasis
{
    Unknown,
    Computed,
    Declared,
}

/// <summary>Records that a publication says it makes, more than the register holds of it. Nobody knows whether they are open, so they are in no total.</summary>
/// <param name="Subject">Id of a body, or "national".</param>
/// <param name="Held">Of these, held one by one.</param>
/// <param name="Title">The publication's; null when it is not known at that point.</param>
public sealed record DeclaredApart(string Publication, string Subject, RecordKind Kind, int Declared, long Held, string? Source, string? Title)
{
    internal static DeclaredApart Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Word<RecordKind>(2), row.GetInt32(3), row.GetInt64(4),
        row.GetString(5) is { Length: > 0 } source ? source : null, row.TextOrNull(6));
}

/// <summary>The open records of a day.</summary>
/// <param name="Groups">Counted one by one, split as asked.</param>
/// <param name="Totals">For each body and kind, what was counted beside what was declared.</param>
/// <param name="Apart">What publications declare without their records.</param>
public sealed record Position(
    IReadOnlyList<PositionGroup> Groups, IReadOnlyList<PositionTotal> Totals, IReadOnlyList<DeclaredApart> Apart)
{
    /// <summary>The kinds that boards count.</summary>
    public static IReadOnlyList<RecordKind> MainKinds { get; } =
        [RecordKind.CauseOfConcern, RecordKind.Recommendation, RecordKind.AreaForImprovement];
}
