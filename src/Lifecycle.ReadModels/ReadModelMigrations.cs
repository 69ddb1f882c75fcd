using Lifecycle.EventStore;

namespace Lifecycle.ReadModels;

/// <summary>
/// The schema of the read models. The files name no schema: the service's own is made from them, and so is the shadow that
/// a rebuild fills, with the same indexes, rights and policies.
/// </summary>
public static class ReadModelMigrations
{
    private static readonly string[] Steps =
    [
        "recommendation_status", "recommendation_status_indexes",
        "recommendation_interval", "recommendation_interval_indexes",
        "recommendation_text", "recommendation_text_indexes",
        "audit_history", "audit_history_indexes",
        "sign_off_queue", "sign_off_queue_indexes",
        "publication_digest", "publication_digest_indexes",
        "publication_count", "publication_count_indexes",
        "grade_grid", "grade_grid_indexes",
        "declared_position", "declared_position_indexes",
        "open_counts", "read_security_once",
        "position_interval", "position_interval_indexes",
        "held_record", "held_record_indexes",
        "open_at", "open_counts_of_kinds",
        "recommendation_status_narrow",
        "register_by_status", "streams_saying",
        "read_model_shape",
        "recommendation_status_judged",
        "open_interval", "open_interval_indexes",
        "movement", "movement_indexes",
        "board_meeting", "board_meeting_indexes",
        "missed_deadline", "standing_of_a_record",
        "publication_digest_printed", "grade_grid_cycle",
        "register_facts", "register_facts_indexes",
        "recommendation_status_number",
        "standing_of_a_record_one_by_one", "lists_of_now",
        "facts_and_spans_written",
        "open_by_due_day",
        "register_census_lines", "position_facts", "open_interval_known",
        "standing_record", "missed_deadline_of_record", "standing_of_records", "open_interval_narrow",
        "streams_saying_at_once", "open_interval_began",
        "movement_kind", "recommendation_status_orders", "audit_history_narrow",
    ];

    /// <summary>To be applied after those of the event store.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. In("lifecycle")];

    /// <summary>The same steps in another schema.</summary>
    internal static IEnumerable<Migration> In(string schema) => Steps.Select((name, index) => new Migration(
        "read-models", index + 1, name,
        $"set local search_path to {schema};\n{SqlText.Of(name)}\nset local search_path to default;\n"));
}
