using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Whom to compare a body with.</summary>
public enum ComparedWith
{
    /// <summary>Its most similar group, itself included.</summary>
    MostSimilarGroup,
    /// <summary>The forces of its region, itself included.</summary>
    Region,
    /// <summary>All territorial forces.</summary>
    All,
}

/// <summary>A comparison, or why there is none.</summary>
public abstract record Comparison
{
    /// <param name="Forces">One for each body compared, by id.</param>
    /// <param name="Averages">Over the values that are known, at full precision.</param>
    /// <param name="Declared">Averages as papers print them for the same day.</param>
    public sealed record Compared(
        IReadOnlyList<ComparedForce> Forces, IReadOnlyList<ComputedAverage> Averages, IReadOnlyList<DeclaredAverage> Declared) : Comparison;

    /// <summary>Nobody has said which forces the group or region of this body is made of.</summary>
    public sealed record GroupUnknown(string Body, ComparedWith With) : Comparison;
}

/// <summary>One body's open records of each kind that boards count.</summary>
public sealed record ComparedForce(string Body, IReadOnlyList<PositionTotal> Counts);

/// <summary>The average of one kind.</summary>
/// <param name="Value">Null when no value is known.</param>
/// <param name="Known">How many values it is the average of.</param>
/// <param name="Of">How many bodies were compared.</param>
public sealed record ComputedAverage(RecordKind Kind, decimal? Value, int Known, int Of);

/// <summary>An average as a paper prints it.</summary>
public sealed record DeclaredAverage(string Position, SubjectKind Subject, RecordKind Kind, decimal Value, string Source, string? Note)
{
    internal static DeclaredAverage Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.Word<SubjectKind>(1), row.Word<RecordKind>(2), row.GetDecimal(3), row.GetString(4), row.TextOrNull(5));
}
