using Lifecycle.Domain;
using Lifecycle.Domain.Publications;

namespace Lifecycle.ReadModels.Tests;

/// <summary>Short ways to write publications in tests.</summary>
public static class Papers
{
    public static DateOnly Today(this MovableClock clock) => LondonDay.Of(clock.Now);

    public static MadeRecord Record(
        string number, RecordKind kind, int? level = null, DateOnly? due = null, string? parent = null, params string[] bodies) => new(
        number, null, kind, false, $"Title {number}", $"Improve the recording of {number}", bodies, null, [], null, parent, level,
        due is { } day ? [new DeadlineStage("All of it", $"{day:yyyy-MM-dd}", DeadlineForm.Day, day)] : [], [], [], null);

    public static Publish Report(string id, DateOnly on, params MadeRecord[] records) =>
        new(id, $"Report {id}", "peel", PublishedOn: on, Addressed: [.. records.SelectMany(r => r.Addressees).Distinct()], Records: records);
}
