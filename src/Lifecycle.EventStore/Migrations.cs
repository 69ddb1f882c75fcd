namespace Lifecycle.EventStore;

/// <summary>The event store's own schema, one database object a step.</summary>
public static class Migrations
{
    public static IReadOnlyList<Migration> EventStore { get; } =
        new[]
        {
            "roles", "mt_streams", "mt_events", "mt_events_sequence", "mt_event_progression", "command_receipt",
            "may_see", "head", "row_security", "privileges", "seen_bodies", "row_security_once",
            "head_planned_once", "stop_unless", "mt_streams_room",
            "ledger_leaf", "ledger_tile", "ledger_checkpoint", "ledger_cosignature", "ledger_key", "ledger_log", "ledger_verification",
            "ledger_end", "ledger_hashes", "ledger_row_security", "ledger_privileges",
            "ledger_checkpoint_as_signed", "ledger_leaf_says_itself", "await_end",
        }
        .Select((name, index) => new Migration("event-store", index + 1, name, SqlText.Of(name)))
        .ToList();
}
