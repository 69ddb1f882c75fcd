using System.Text.Json;
using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Recommendations;

/// <summary>One event of a record's history.</summary>
/// <param name="Version">Its place in the record's stream.</param>
/// <param name="Position">Its place among all events of the service.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="EffectiveOn">The day it happened.</param>
/// <param name="EnteredLate">Recorded on a later day than it happened.</param>
/// <param name="Body">The body for which the actor acted.</param>
/// <param name="Rule">The authority rule applied, "id@version", where one was.</param>
/// <param name="TranscribedBy">Who typed it in for another, where that is so.</param>
/// <param name="StatusAfter">Where the record stood once this was recorded, by all that was known.</param>
public sealed record HistoryEntry(
    long Version, long Position, string Type, DateTimeOffset RecordedAt, DateOnly EffectiveOn, bool EnteredLate,
    string Actor, Role Role, string Body, string? Rule, string? TranscribedBy, string? Source, JsonElement Data, Status? StatusAfter)
{
    internal static HistoryEntry Of(AuditEntry e) => new(
        e.Version, e.Position, e.Type, e.RecordedAt, e.EffectiveOn, e.EnteredLate, e.Actor, e.Role, e.Body, e.Rule, e.TranscribedBy,
        e.Source, JsonElement.Parse(e.Data), e.StatusAfter);
}
