using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifecycle.Domain;

/// <summary>
/// Takes texts of an earlier event away because the law asks for it, in a stream of any kind. The event itself stays, and so
/// does everything that rules depend on. Given by an administrator at the command line, never over the API.
/// </summary>
/// <param name="OfVersion">Version of the event that the texts are in.</param>
/// <param name="Fields">JSON pointers into its data, for example "/summary".</param>
/// <param name="Basis">The law or policy.</param>
/// <param name="Reason">Why, without the data that goes.</param>
public sealed record EraseText(long OfVersion, IReadOnlyList<string> Fields, string Basis, string Reason) : Command
{
    // What was corrected tells whether its values are text: a day, a kind, a grade or a count is not.
    private static readonly string[] CorrectedTexts =
        ["title", "titleAsPrinted", "summary", "numberAsPrinted", "publishedAsPrinted", "commissionedBy", "source", "notes", "note"];

    /// <param name="c">With its <see cref="Command.Act"/> set.</param>
    /// <param name="history">Everything that the stream has.</param>
    public static Decision Decide(EraseText c, IReadOnlyList<Recorded> history) =>
        Check.First(
            Check.When(c.Act.Role != Role.Admin, "no_authority", "Only an administrator erases text."),
            Check.When(c.Fields.Count is 0 or > Check.Many, "text_not_erasable", $"Name between 1 and {Check.Many} texts, for example /summary."),
            Check.Required("basis", c.Basis, Check.Short),
            Check.Required("reason", c.Reason, Check.Long))
        ?? Check.Stands(c.Fields.All(field => history.Any(past => past.Event is Erased e && e.Version == c.OfVersion && e.Fields.Contains(field))))
        ?? (history.FirstOrDefault(past => past.Version == c.OfVersion)?.Event is { } happened
            ? Check.First([.. c.Fields.Select(field => Unfit(happened, field))])
            : Decision.Refuse(new("event_unknown", $"There is no event of version {c.OfVersion}. There are: {Listed(history)}.")))
        ?? Decision.Accept(new Erased(c.OfVersion, [.. c.Fields.Distinct()], c.Basis, c.Reason));

    /// <summary>Where an event has exactly this text, at places that can be erased.</summary>
    public static IReadOnlyList<string> PlacesOf(string text, IEvent happened) =>
        [.. Texts("", JsonSerializer.SerializeToNode(happened, happened.GetType(), EventCodec.Json))
            .Where(place => place.Text == text && Unfit(happened, place.Pointer) is null)
            .Select(place => place.Pointer)];

    /// <summary>The text at a place of an event; null when there is none.</summary>
    public static string? TextAt(IEvent happened, string pointer) =>
        Texts("", JsonSerializer.SerializeToNode(happened, happened.GetType(), EventCodec.Json)).FirstOrDefault(place => place.Pointer == pointer).Text;

    private static Refusal? Unfit(IEvent happened, string field)
    {
        var type = EventCodec.NameOf(happened);
        return Check.When(
            !ErasableText.Has(type, field) || happened is Corrected corrected && field != "/reason" && !CorrectedTexts.Contains(corrected.Field) || TextAt(happened, field) is null,
            "text_not_erasable",
            $"There is no text to erase at '{field}' of this event ({type}). These can be erased, where they have text: {string.Join(", ", ErasableText.ByType.GetValueOrDefault(type, []))}.");
    }

    private static string Listed(IReadOnlyList<Recorded> history) =>
        string.Join(", ", history.Take(Check.Many).Select(past => $"{past.Version} {EventCodec.NameOf(past.Event)}"));

    // Members of our own events have no names that a pointer would have to escape.
    private static IEnumerable<(string Pointer, string Text)> Texts(string at, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts($"{at}/{member.Key}", member.Value)),
        JsonArray items => items.SelectMany((item, index) => Texts($"{at}/{index}", item)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(at, text)],
        _ => [],
    };
}
