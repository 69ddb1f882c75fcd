namespace Lifecycle.Api.Problems;

/// <summary>What can be wrong with a request before any rule of the domain looks at it, or with the service itself.</summary>
public static class RequestProblems
{
    public static readonly Problem Malformed = new(
        "malformed", 400, "The request is not well formed",
        "Correct every field that the list of errors names, then send it again.");

    public static readonly Problem NotSignedIn = new(
        "not_signed_in", 401, "You are not signed in",
        "Send an Authorization header with a bearer token. In demo mode that is 'Bearer demo.flo.west-mercia' or another persona of /api/v1/demo/personas.");

    public static readonly Problem NotFound = new(
        "not_found", 404, "There is no such thing",
        "Check the spelling. What you may not know of also looks like this.");

    public static readonly Problem MethodNotAllowed = new(
        "method_not_allowed", 405, "This address does not do that",
        "Use one of the methods in the Allow header. The API reference at /reference/index.html lists them.");

    public static readonly Problem Conflict = new(
        "conflict", 409, "Somebody else acted at the same moment",
        "Read the record again, then decide whether you still want to do this.");

    public static readonly Problem Stale = new(
        "stale", 412, "The record has changed since you read it",
        "Read it again, then send the command with its new ETag in If-Match if it still makes sense.");

    public static readonly Problem BodyTooLarge = new(
        "body_too_large", 413, "The request body is too large",
        "Send less at once.");

    public static readonly Problem AddressTooLong = new(
        "address_too_long", 414, "The address is too long",
        "Shorten the query parameters.");

    public static readonly Problem UnsupportedMediaType = new(
        "unsupported_media_type", 415, "The body is not JSON",
        "Send JSON with the header Content-Type: application/json.");

    public static readonly Problem IdempotencyKeyReused = new(
        "idempotency_key_reused", 422, "This Idempotency-Key was used for another request",
        "Use a new key for a new request. Repeat a key only to retry the very same one.");

    public static readonly Problem GroupUnknown = new(
        "group_unknown", 422, "Nobody has said which forces to compare with",
        "The body's most similar group or region is not known here. Compare with 'all' instead.");

    public static readonly Problem CheckpointRefused = new(
        "checkpoint_refused", 409, "No checkpoint is signed",
        "The stored history contradicts what was signed before, or there is no key. Run 'lifecycle verify', and keep every checkpoint and receipt that you have.");

    public static readonly Problem BundleNotMade = new(
        "bundle_not_made", 422, "The bundle cannot be made",
        "It would be larger than 4 GB. Ask for less, for example for a period.");

    public static readonly Problem CheckpointUnknown = new(
        "checkpoint_unknown", 422, "No such checkpoint was signed",
        "Use the size of a checkpoint that you received, or leave it out for the newest.");

    public static readonly Problem CosignatureUnknown = new(
        "cosignature_unknown", 422, "No witness that is known here signed this",
        "Sign the checkpoint's text with a key that the service lists as a witness, and send the whole note.");

    public static readonly Problem EntryTooLong = new(
        "entry_too_long", 422, "An entry is too long for this form",
        "C2SP's entry bundles hold entries of up to 65,535 bytes. Ask for a bundle of these events instead.");

    public static readonly Problem IfMatchMissing = new(
        "if_match_missing", 428, "Say which version you have seen",
        "Read the record and send its ETag in the If-Match header, for example If-Match: \"3\".");

    public static readonly Problem TooManyRequests = new(
        "too_many_requests", 429, "Too many requests",
        "Wait for the seconds in the Retry-After header, then go on more slowly.");

    public static readonly Problem TooManyCommands = new(
        "too_many_commands", 429, "More commands come in than can be carried out",
        "Nothing was done. Wait for the seconds in the Retry-After header, then send the command again.");

    public static readonly Problem TooManyStreams = new(
        "too_many_streams", 429, "Too many open event streams",
        "Close a stream of /api/v1/events/stream before you open another.");

    public static readonly Problem HeadersTooLong = new(
        "headers_too_long", 431, "The headers are too long",
        "Send fewer or shorter headers.");

    public static readonly Problem Unexpected = new(
        "unexpected", 500, "Something went wrong on our side",
        "Try again. If it happens again, report the trace id.");

    public static readonly Problem Busy = new(
        "busy", 503, "The service is busy",
        "Nothing was done. Wait for the seconds in the Retry-After header, then try again.");

    public static readonly Problem Unavailable = new(
        "unavailable", 503, "The service cannot reach its database, or is still starting",
        "Wait for the seconds in the Retry-After header, then try again. Repeat a command with the same Idempotency-Key.");

    public static readonly Problem TimedOut = new(
        "timed_out", 503, "The request took too long",
        "Ask for less at once. Repeat a command with the same Idempotency-Key: it may have been done.");

    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        Malformed, NotSignedIn, NotFound, MethodNotAllowed, Conflict, Stale, BodyTooLarge, AddressTooLong, UnsupportedMediaType,
        IdempotencyKeyReused, GroupUnknown, CheckpointRefused, BundleNotMade, CheckpointUnknown, CosignatureUnknown, EntryTooLong, IfMatchMissing, TooManyRequests, TooManyCommands, TooManyStreams, HeadersTooLong, Unexpected, Busy, Unavailable, TimedOut,
    ];

    internal static ProblemResult Refuse(IReadOnlyList<FieldError> errors) => new(Malformed)
    {
        Detail = errors.Count == 1 ? errors[0].Message : $"{errors.Count} things are wrong. {errors[0].Message}",
        Errors = errors,
    };
}
