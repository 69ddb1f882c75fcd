namespace Lifecycle.EventStore;

/// <summary>An event to be stored.</summary>
/// <param name="Id">Named by the caller; the key by which subscribers recognise a repeat.</param>
/// <param name="Type">Stored name in snake_case.</param>
/// <param name="Data">JSON object.</param>
/// <param name="Headers">Flat JSON object of metadata.</param>
public sealed record NewEvent(Guid Id, string Type, string Data, string Headers);

/// <summary>Events for one stream.</summary>
/// <param name="Tenant">Id of the body that the stream belongs to.</param>
/// <param name="Stream">Stream id.</param>
/// <param name="StreamType">Alias of the aggregate, for example "recommendation".</param>
/// <param name="ExpectedVersion">The stream's version that the decision was made on; 0 for a stream that must not exist yet.</param>
/// <param name="Events">At least one.</param>
/// <param name="Context">Handed through to the inline projection untouched; the store does not look inside.</param>
public sealed record StreamAppend(
    string Tenant, Guid Stream, string StreamType, long ExpectedVersion, IReadOnlyList<NewEvent> Events, object? Context = null);

/// <summary>A stream that the decision relied on without changing it: the append fails if its version has moved.</summary>
public sealed record StreamUnchanged(string Tenant, Guid Stream, long Version);

/// <summary>Lets a retry find the outcome of the first try. Kept for at least 24 hours.</summary>
/// <param name="CommandId">Same for every try of one command.</param>
/// <param name="Fingerprint">Digest of the command's content: the same id with another fingerprint is a misuse.</param>
public sealed record CommandReceipt(Guid CommandId, string Fingerprint);

/// <summary>One command's outcome: all of it is appended, or nothing.</summary>
/// <param name="Streams">One or more streams, each at most once.</param>
/// <param name="Unchanged">Streams that must not have moved.</param>
/// <param name="Receipt">Null when the command may not be repeated safely by id.</param>
/// <param name="CorrelationId">Trace id of the request.</param>
public sealed record Append(
    IReadOnlyList<StreamAppend> Streams,
    IReadOnlyList<StreamUnchanged> Unchanged,
    CommandReceipt? Receipt = null,
    string? CorrelationId = null);

/// <summary>An event as stored.</summary>
/// <param name="Position">Its place among all events: 1, 2, 3… without a gap, in the order of commits.</param>
/// <param name="Timestamp">When it was recorded, UTC, to the microsecond; never decreases with position.</param>
public sealed record StoredEvent(
    long Position,
    Guid Id,
    string Tenant,
    Guid Stream,
    long Version,
    string Type,
    ReadOnlyMemory<byte> Data,
    ReadOnlyMemory<byte> Headers,
    DateTimeOffset Timestamp,
    string? CorrelationId);

/// <summary>What an append did.</summary>
/// <param name="Events">The events stored, in order.</param>
/// <param name="Repeated">True when an earlier try of the same command stored them and this one added nothing.</param>
public sealed record Appended(IReadOnlyList<StoredEvent> Events, bool Repeated);

/// <summary>One stream of a group about to be committed, for the inline projection.</summary>
public sealed record AppendedStream(StreamAppend Request, IReadOnlyList<StoredEvent> Events);

/// <summary>
/// Adds its writes to the group's own transaction. Called once a group, or once for each lot of a large append, in order; must not
/// wait, read or fail on legal events, since a failure refuses the whole group.
/// </summary>
public delegate void InlineProjection(IReadOnlyList<AppendedStream> appended, Npgsql.NpgsqlBatch writes);
