using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lifecycle.Domain.Publications;

/// <summary>A report, letter or other publication came out. Released once; what was wrong in it is corrected, never released again.</summary>
public sealed record ReleasePublication(PublicationReleased Released) : PublicationCommand
{
    internal override string? OwnSource => Released.Source;

    public static Decision Decide(ReleasePublication c, Publication? state) =>
        Check.First(
            Texts(c.Released),
            Addressees.Unknown([.. c.Released.Addressed, .. c.Released.Inspected ?? []]),
            Check.When(c.Released.PublishedOn > c.Act.Today, "effective_in_future", "The day of publication is in the future."))
        ?? (state?.Released is null ? Decision.Accept(c.Released) : AlreadyReleased(c.Released, state));

    private static Refusal? Texts(PublicationReleased e) =>
        Check.Slug("publication's id", e.Publication)
        ?? Check.Required("title", e.Title, Check.Short)
        ?? Check.Optional("title as printed", e.TitleAsPrinted, Check.Short)
        ?? Check.Required("kind", e.Kind, Check.Short)
        ?? Check.Optional("date as printed", e.PublishedAsPrinted, Check.Short)
        ?? Check.Optional("name of who commissioned it", e.CommissionedBy, Check.Short)
        ?? Check.Optional("source", e.Source, Check.Short)
        ?? Check.Each("name of a partner inspectorate", e.JointWith)
        ?? Check.Optional("notes", e.Notes, Check.Long);

    private static Decision AlreadyReleased(PublicationReleased again, Publication state)
    {
        var changed = ChangedFields(again, state);
        return changed.Count == 0 ? Decision.Nothing : Decision.Refuse(new("publication_differs",
            $"'{again.Publication}' was released with another {string.Join(", ", changed)}. What was printed stays: enter a correction with its reason."));
    }

    // A field may come again as it was printed or as it was corrected; anything else is a change.
    private static List<string> ChangedFields(PublicationReleased again, Publication state)
    {
        var printed = Fields(state.Released!);
        return [.. Fields(again)
            .Where(field => !Erased.Same(printed[field.Key], field.Value))
            .Where(field => state.CorrectionOf(field.Key) is not { } correction || correction.Value != field.Value?.ToString())
            .Select(field => field.Key)];
    }

    private static JsonObject Fields(PublicationReleased e) => JsonSerializer.SerializeToNode(e, EventCodec.Json)!.AsObject();
}
