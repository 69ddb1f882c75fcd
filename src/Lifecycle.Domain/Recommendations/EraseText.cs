using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifecycle.Domain.Recommendations;

/// <summary>
/// Takes texts of an earlier event away because the law asks for it. The event itself stays, and so does everything that rules
/// depend on. Given by an administrator at the command line, never over the API.
/// </summary>
/// <param name="OfVersion">Version of the event that the texts are in.</param>
/// <param name="Fields">JSON pointers into its data, for example "/summary".</param>
/// <param name="Basis">The law or policy.</param>
public sealed record EraseText(long OfVersion, IReadOnlyList<string> Fields, string Basis, string Reason) : RecommendationCommand
{
    /// <summary>What stands in place of a text that was erased.</summary>
    public const string Erased = "[erased]";

    public static Decision Decide(EraseText c, Recommendation state) =>
        Check.First(
            Check.When(c.Act.Role != Role.Admin, "no_authority", "Only an administrator erases text."),
            Check.When(c.Fields.Count is 0 or > Check.Many, "text_not_erasable", $"Name between 1 and {Check.Many} texts, for example /summary."),
            Check.Required("basis", c.Basis, Check.Short),
            Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(c.Fields.All(field => state.Erasures.Any(e => e.Version == c.OfVersion && e.Fields.Contains(field))))
        ?? (state.Log.Find(past => past.Version == c.OfVersion)?.Event is { } happened
            ? Check.First([.. c.Fields.Select(field => Unfit(happened, field))])
            : Decision.Refuse(new("event_unknown", $"The record has no event of version {c.OfVersion} on or before this day. Look at its history.")))
        ?? Decision.Accept(new Erased(c.OfVersion, [.. c.Fields.Distinct()], c.Basis, c.Reason));

    private static Refusal? Unfit(IEvent happened, string field)
    {
        var type = EventCodec.NameOf(happened);
        return Check.When(
            !ErasableText.Has(type, field) || happened is Corrected { Field: "raisedOn" } && field != "/reason" || TextAt(happened, field) is null,
            "text_not_erasable",
            $"There is no text to erase at '{field}' of this event ({type}). These can be erased, where they have text: {string.Join(", ", ErasableText.ByType.GetValueOrDefault(type, []))}.");
    }

    private static string? TextAt(IEvent happened, string field)
    {
        var at = JsonSerializer.SerializeToNode(happened, happened.GetType(), EventCodec.Json);
        foreach (var part in field.Split('/').Skip(1))
        {
            at = at switch
            {
                JsonObject members => members[part],
                JsonArray items when int.TryParse(part, out var item) && item >= 0 && item < items.Count => items[item],
                _ => null,
            };
        }

        return at is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }
}
