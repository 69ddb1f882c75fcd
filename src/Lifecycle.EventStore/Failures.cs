using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>What a failure of the database means to an append. The only place that knows SQLSTATEs.</summary>
internal enum Failure
{
    /// <summary>The connection is gone or of no use.</summary>
    Broken,

    /// <summary>Another program was faster; looking again tells what is there now.</summary>
    Raced,

    /// <summary>It would fail again.</summary>
    Refused,
}

internal static class Failures
{
    // Raised by lifecycle.stop_unless.
    private const string OvertakenState = "LC001";

    public static Failure Of(Exception exception) => exception switch
    {
        // Two connections of different programs stored the same version or position.
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "mt_events" or "mt_streams" or "command_receipt" or "ledger_leaf" } => Failure.Raced,
        PostgresException { SqlState: OvertakenState } => Failure.Raced,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => Failure.Raced,
        // Shutdown, crash, too many connections, connection failures; 25P03: idle in transaction for too long.
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['5', '3', ..] or ['0', '8', ..] or ['5', '8', ..] or "25P03" } => Failure.Broken,
        PostgresException => Failure.Refused,
        // A timeout leaves the server's side unknown, as a break does.
        NpgsqlException or IOException or TimeoutException => Failure.Broken,
        _ => Failure.Refused,
    };
}
