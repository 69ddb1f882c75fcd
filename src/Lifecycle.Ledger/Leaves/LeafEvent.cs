namespace Lifecycle.Ledger;

/// <summary>One row of events, as stored, that becomes a leaf. Every column that could be changed unseen is in it.</summary>
/// <param name="Position">The row's place in the order of all events.</param>
/// <param name="Timestamp">When it was recorded; cut to microseconds.</param>
/// <param name="Headers">A JSON object; null where the row has none.</param>
/// <param name="Data">A JSON object.</param>
/// <param name="TakenIn">Whether it came by another way than with its leaf: another program's, or one from before there was a log.</param>
public sealed record LeafEvent(
    long Position,
    Guid Id,
    Guid Stream,
    long Version,
    string Type,
    DateTimeOffset Timestamp,
    string Tenant,
    string? DotNetType,
    string? Correlation,
    string? Causation,
    ReadOnlyMemory<byte>? Headers,
    ReadOnlyMemory<byte> Data,
    bool TakenIn = false);
