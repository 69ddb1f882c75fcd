using Lifecycle.Ledger;

namespace Lifecycle.EventStore;

/// <summary>Limits of the store.</summary>
/// <param name="QueueCapacity">Appends that may wait; more are refused with <see cref="StoreBusyException"/>.</param>
/// <param name="MaxGroup">Most events committed together; an append that is larger than this is committed alone.</param>
public sealed record EventStoreOptions(int QueueCapacity = 2048, int MaxGroup = 512)
{
    /// <summary>How long a caller who was refused should wait.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long receipts are kept at least.</summary>
    public TimeSpan ReceiptsKept { get; init; } = TimeSpan.FromHours(25);

    /// <summary>Which members of an event's data hold text that may have to be erased one day, by the event's type.</summary>
    public Func<string, ErasableMembers> Erasable { get; init; } = static _ => ErasableMembers.None;

    /// <summary>The alias of the streams that begin with an event of a type. A stream that begins otherwise may be of any.</summary>
    public IReadOnlyDictionary<string, string> StreamTypes { get; init; } = new Dictionary<string, string>();

    /// <summary>Leaves the leaves of the ledger to catch-up, to measure what they cost an append.</summary>
    public bool LeavesLater { get; init; }

    /// <summary>How often subscriptions look for events although nobody told them of any.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);
}
