using System.Text.Json.Serialization;

namespace Lifecycle.Domain.Publications;

/// <summary>How exact a day is.</summary>
[JsonConverter(typeof(WordConverter<DatePrecision>))]
public enum DatePrecision
{
    [JsonStringEnumMemberName("day")] Day,
    /// <summary>Only the month is known; the day held is its last.</summary>
    [JsonStringEnumMemberName("month")] Month,
    /// <summary>Only the year is known; the day held is its last.</summary>
    [JsonStringEnumMemberName("year")] Year,
    /// <summary>Only known to be out by that day.</summary>
    [JsonStringEnumMemberName("no-later-than")] NoLaterThan,
}

/// <summary>The scales of graded judgments. Grades of different scales are not comparable (handbook 5.2). Not to be mixed with levels 1 to 4.</summary>
[JsonConverter(typeof(WordConverter<JudgmentScale>))]
public enum JudgmentScale
{
    /// <summary>2015 to 2017: Outstanding, Good, Requires improvement, Inadequate.</summary>
    [JsonStringEnumMemberName("four-point")] FourPoint,
    /// <summary>From 2021: Adequate stands between Good and Requires improvement.</summary>
    [JsonStringEnumMemberName("five-point")] FivePoint,
}

/// <summary>Quality of a body in one area.</summary>
[JsonConverter(typeof(WordConverter<JudgmentGrade>))]
public enum JudgmentGrade
{
    [JsonStringEnumMemberName("outstanding")] Outstanding,
    [JsonStringEnumMemberName("good")] Good,
    [JsonStringEnumMemberName("adequate")] Adequate,
    [JsonStringEnumMemberName("requires-improvement")] RequiresImprovement,
    [JsonStringEnumMemberName("inadequate")] Inadequate,
}

/// <summary>Where a grade comes from (handbook 5.2, invariant I13).</summary>
[JsonConverter(typeof(WordConverter<GradeProvenance>))]
public enum GradeProvenance
{
    [JsonStringEnumMemberName("inspected")] Inspected,
    [JsonStringEnumMemberName("carried-forward")] CarriedForward,
    /// <summary>The source does not say which.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>One area's judgment. <paramref name="Grade"/> is null where the area was looked at but not graded.</summary>
public sealed record AreaJudgment(string Area, JudgmentGrade? Grade, GradeProvenance Provenance, string? Note = null);

/// <summary>A record as its publication makes it, before it fans out to the bodies addressed.</summary>
/// <param name="Number">Our number within the publication, unique there.</param>
/// <param name="NumberAsPrinted">As printed; null where none is.</param>
/// <param name="Kind">Kind of record.</param>
/// <param name="Soft">An AFI found in running text.</param>
/// <param name="Title">A few words.</param>
/// <param name="Summary">What is asked, in our own words.</param>
/// <param name="Addressees">Ids of the bodies it binds, each of which gets a stream. Empty where the source names none that can be identified.</param>
/// <param name="AddresseesAsPrinted">The addressees as the source puts them.</param>
/// <param name="Partners">Bodies to work with.</param>
/// <param name="Condition">Whom it binds where that depends on a test.</param>
/// <param name="Parent">Number of the cause of concern in this publication that it answers.</param>
/// <param name="Level">1 to 4, or null when unknown.</param>
/// <param name="Deadlines">Stages, possibly none.</param>
/// <param name="Themes">Subjects.</param>
/// <param name="Areas">Graded areas it touches.</param>
/// <param name="Source">Where it is printed.</param>
public sealed record MadeRecord(
    string Number,
    string? NumberAsPrinted,
    RecordKind Kind,
    bool Soft,
    string Title,
    string Summary,
    IReadOnlyList<string> Addressees,
    string? AddresseesAsPrinted,
    IReadOnlyList<string> Partners,
    string? Condition,
    string? Parent,
    int? Level,
    IReadOnlyList<DeadlineStage> Deadlines,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> Areas,
    string? Source);
