namespace Lifecycle.EventStore;

/// <summary>Where the outcome of an earlier command lies.</summary>
internal sealed record Receipt(string Fingerprint, long FirstPosition, int EventCount);

/// <summary>Where the log ends.</summary>
/// <param name="Position">Of the last event; 0 when there is none.</param>
/// <param name="Timestamp">Of the last event; null when there is none.</param>
/// <param name="Leaves">How many leaves the ledger has.</param>
internal readonly record struct LogHead(long Position, DateTimeOffset? Timestamp, long Leaves);

/// <summary>What a plan starts from.</summary>
/// <param name="Versions">Of the streams that exist.</param>
/// <param name="LastWithLeaf">Position of the event that the last leaf is of; below the head's when another program wrote since.</param>
internal sealed record Known(
    IReadOnlyDictionary<(string Tenant, Guid Stream), long> Versions, IReadOnlyDictionary<Guid, Receipt> Receipts, LogHead Head, long LastWithLeaf)
{
    /// <summary>What nobody has read; storing it checks it.</summary>
    public static Known Remembered(LogHead head, IReadOnlyDictionary<(string Tenant, Guid Stream), long>? versions = null) =>
        new(versions ?? new Dictionary<(string, Guid), long>(), new Dictionary<Guid, Receipt>(), head, head.Position);
}
