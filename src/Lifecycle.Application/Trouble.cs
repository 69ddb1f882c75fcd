using System.Data.Common;
using Lifecycle.EventStore;

namespace Lifecycle.Application;

/// <summary>What an exception of the store means to whoever gave the command.</summary>
public enum TroubleKind
{
    /// <summary>Somebody else's events came first.</summary>
    LostRace,
    /// <summary>Nothing was accepted: too much is waiting.</summary>
    Busy,
    /// <summary>The retry key belongs to another command.</summary>
    KeyReused,
    /// <summary>The database cannot be reached, or the connection broke: retry with the same key.</summary>
    Unreachable,
}

/// <summary>Tells apart the exceptions that a caller can act on; any other is a bug.</summary>
public sealed record Trouble(TroubleKind Kind, TimeSpan? RetryAfter = null)
{
    public static Trouble? Of(Exception exception) => exception switch
    {
        ConflictException => new(TroubleKind.LostRace),
        StoreBusyException busy => new(TroubleKind.Busy, busy.RetryAfter),
        CommandReusedException => new(TroubleKind.KeyReused),
        StoreUnavailableException or OutcomeUnknownException => new(TroubleKind.Unreachable),
        _ => null,
    };

    /// <summary>Why the database cannot be used, as a sentence; null when that is not the trouble.</summary>
    public static string? OfDatabase(Exception exception) => exception switch
    {
        MigrationRefusedException or StoreUnavailableException => exception.Message,
        DbException => $"The database cannot be used: {exception.Message.TrimEnd('.')}.",
        _ => null,
    };
}
