using Lifecycle.Domain;
using Lifecycle.Domain.Publications;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Which publications.</summary>
/// <param name="From">Published on this day or later.</param>
/// <param name="To">Published on this day or earlier.</param>
/// <param name="Body">Inspected or addressed, by name or as one of all forces; also narrows the counts of records to this body.</param>
public sealed record PublicationFilter(DateOnly? From = null, DateOnly? To = null, string? Body = null, string? Publication = null)
{
    internal Conditions Where()
    {
        var isForce = Body is not null && Bodies.Find(Body)?.Kind == BodyKind.TerritorialForce;
        string[]? named = Body is null ? null : isForce ? [Body, Addressees.AllForces] : [Body];
        return new Conditions()
            .And("d.published_on >= @from", "from", From)
            .And("d.published_on <= @to", "to", To)
            .And("(d.addressed && @named or d.inspected && @named or d.national and @is_force)", "named", named)
            .With("is_force", isForce)
            .And("d.publication = @publication", "publication", Publication);
    }
}

/// <summary>One publication with the standing of what it makes.</summary>
/// <param name="Inspected">Ids of the bodies inspected; null is unknown.</param>
/// <param name="Addressed">Ids of the bodies addressed, or "all-forces".</param>
/// <param name="Made">Records that it makes, each once however many bodies it is addressed to.</param>
/// <param name="ByStatus">The records held by the bodies in scope, by status.</param>
/// <param name="Claimed">Of the relevant ones, those that their body says it has implemented: a claim, and no sign-off.</param>
/// <param name="PrintedOn">The day of publication as printed, where it was corrected to another; otherwise null.</param>
public sealed record PublicationSummary(
    string Publication, string Title, string? TitleAsPrinted, string Kind, DateOnly PublishedOn, DatePrecision Precision,
    string? PublishedAsPrinted, bool National, IReadOnlyList<string>? Inspected, IReadOnlyList<string> Addressed,
    IReadOnlyList<string> JointWith, string? CommissionedBy, string? Source, string? Notes, int Made,
    IReadOnlyDictionary<Status, long> ByStatus, long Claimed, DateOnly? PrintedOn)
{
    /// <summary>Of the records held by the bodies in scope, each once for each body, those that are relevant.</summary>
    public long Relevant => ByStatus.Where(pair => pair.Key != Status.NotRelevant).Sum(pair => pair.Value);

    internal static PublicationSummary Read(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), row.Day(5), row.Word<DatePrecision>(6),
        row.TextOrNull(7), row.GetBoolean(8), row.IsDBNull(9) ? null : row.GetFieldValue<string[]>(9),
        row.GetFieldValue<string[]>(10), row.GetFieldValue<string[]>(11), row.TextOrNull(12), row.TextOrNull(13),
        row.TextOrNull(14), row.GetInt32(15),
        row.GetFieldValue<string[]>(16).Zip(row.GetFieldValue<long[]>(17))
            .ToDictionary(pair => Words.Parse<Status>(pair.First), pair => pair.Second),
        row.GetInt64(18), row.DayOrNull(19));
}
