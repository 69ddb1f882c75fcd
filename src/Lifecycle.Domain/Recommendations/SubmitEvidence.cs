namespace Lifecycle.Domain.Recommendations;

/// <summary>Submit a file, known by its digest, or a link.</summary>
public sealed record SubmitEvidence(
    string Name,
    string? EvidenceId = null,
    string? Description = null,
    string? Sha256 = null,
    string? MediaType = null,
    long? Size = null,
    string? Link = null,
    Marking Marking = Marking.Official,
    IReadOnlyList<string>? Steps = null) : RecommendationCommand
{
    // A petabyte, which JSON's numbers hold exactly.
    private const long LargestFile = 1_000_000_000_000_000;

    private const int LongestLink = 2_000;

    public static Decision Decide(SubmitEvidence c, Recommendation state)
    {
        var submitted = c.AsEvent(c.EvidenceId ?? state.FreeId("evidence", state.Evidence.Keys));
        return Check.First(Texts(c), Form(c), TooHigh(c.Marking))
            ?? Check.First([.. submitted.Steps.Select(step => Standing.KnownStep(state, step))])
            ?? Known(c, submitted, state)
            ?? Check.First(Standing.NotEnded(state), Standing.NotPending(state))
            ?? Decision.Accept(submitted);
    }

    private EvidenceSubmitted AsEvent(string id) =>
        new(id, Name, Description, Sha256, MediaType, Size, Link, Marking, Steps ?? []);

    private static Decision? Known(SubmitEvidence c, EvidenceSubmitted submitted, Recommendation state) =>
        !state.Evidence.TryGetValue(submitted.EvidenceId, out var item)
            ? Check.Stands(c.EvidenceId is null && state.HasSaid<EvidenceSubmitted>(
                c.Act.EffectiveOn, old => !state.Evidence[old.EvidenceId].Withdrawn && Same(old, submitted)))
            : !Same(item.Submitted, submitted)
                ? Decision.Refuse(new("id_taken", $"There is another item of evidence '{submitted.EvidenceId}'. Leave the id out, or choose another."))
                : item.Withdrawn
                    ? Decision.Refuse(new("evidence_withdrawn", $"'{submitted.EvidenceId}' was withdrawn. Submit it under another id."))
                    : Decision.Nothing;

    private static bool Same(EvidenceSubmitted one, EvidenceSubmitted other) =>
        one.Steps.SequenceEqual(other.Steps) && one with { EvidenceId = other.EvidenceId, Steps = other.Steps } == other;

    private static Refusal? Texts(SubmitEvidence c) =>
        Check.Required("name", c.Name, Check.Short)
        ?? (c.EvidenceId is null ? null : Check.Required("id of the evidence", c.EvidenceId, Check.Short))
        ?? Check.Optional("description", c.Description, Check.Long)
        ?? Check.Optional("media type", c.MediaType, Check.Short)
        ?? Check.When(c.Steps?.Count > Check.Many, "too_many", $"Name up to {Check.Many} steps.");

    private static Refusal? Form(SubmitEvidence c) => (c.Sha256, c.Link) switch
    {
        (null, null) or (not null, not null) => new("evidence_form", "Give either a file's SHA-256 digest or a link, and not both."),
        ({ } digest, null) => Check.When(digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower),
                "digest_malformed", "Give the SHA-256 digest as 64 lower-case hexadecimal digits.")
            ?? Check.When(string.IsNullOrWhiteSpace(c.MediaType) || c.Size is null or < 1 or > LargestFile,
                "file_details_required", "Give the file's media type, for example application/pdf, and its size in bytes."),
        (null, { } link) => Check.Required("link", link, LongestLink)
            ?? Check.When(!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"),
                "link_malformed", "Give a whole web address that begins with https:// or http://.")
            ?? Check.When(c.MediaType is not null || c.Size is not null,
                "evidence_form", "A link has no media type and no size. Leave them out."),
    };

    private static Refusal? TooHigh(Marking marking) => Check.When(marking is Marking.Secret or Marking.TopSecret,
        "marking_too_high", "This service may hold OFFICIAL and OFFICIAL-SENSITIVE only. Agree another way with your force liaison lead.");
}
