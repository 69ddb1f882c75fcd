namespace Lifecycle.EventStore;

/// <summary>The queue of appends is full; nothing was accepted. Try again after <see cref="RetryAfter"/>.</summary>
public sealed class StoreBusyException(TimeSpan retryAfter) : Exception("Too many changes are waiting to be stored. Try again shortly.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>A stream is not at the version that the decision was made on; nothing was appended.</summary>
public sealed class ConflictException(string tenant, Guid stream, long expected, long actual)
    : Exception($"Stream {stream} of {tenant} is at version {actual}, not {expected}.")
{
    public string Tenant { get; } = tenant;

    public Guid Stream { get; } = stream;

    public long Expected { get; } = expected;

    public long Actual { get; } = actual;
}

/// <summary>The command id was used before for another command; nothing was appended.</summary>
public sealed class CommandReusedException(Guid commandId)
    : Exception($"Command id {commandId} was used before for something else. Give the new command its own id.")
{
    public Guid CommandId { get; } = commandId;
}

/// <summary>The database cannot be reached. Nothing was appended; the same append may be tried again.</summary>
public sealed class StoreUnavailableException(Exception inner)
    : Exception("The database cannot be reached. Nothing was stored; try again shortly.", inner);

/// <summary>The connection broke while committing and the database could not be asked since. Retry with the same command id to learn the outcome.</summary>
public sealed class OutcomeUnknownException(Exception inner)
    : Exception("The connection to the database broke while storing. It may or may not have been stored; retry with the same command id.", inner);
