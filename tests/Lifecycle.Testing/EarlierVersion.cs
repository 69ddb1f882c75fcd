using Lifecycle.EventStore;
using Lifecycle.ReadModels;
using Npgsql;

namespace Lifecycle.Testing;

/// <summary>
/// A database as the earlier version left it: its schema, made by its own steps; the events of a database of today; and its read
/// models, filled as that version filled them.
/// </summary>
public static class EarlierVersion
{
    private const int LastStepOfTheStore = 10;
    private const int LastStepOfTheReadModels = 19;

    // With the columns that today's tables no longer have.
    private const string Intervals =
        "(select *, missed_reason is not null as missed_explained from lifecycle.recommendation_interval) standing";

    private const string Statuses = """
        (select *, missed_reason is not null as missed_explained from lifecycle.recommendation_status) standing join (
            select stream_id as stream, max(version) as version, max(seq_id) as last_position, max(timestamp) as last_recorded_at
            from lifecycle.mt_events group by stream_id) ended on ended.stream = standing.stream_id
        """;

    private const string Histories = """
        (select a.*, e.type, (e.timestamp at time zone 'Europe/London')::date > a.effective_on as entered_late,
            e.headers ->> 'actor' as actor, e.headers ->> 'role' as role, e.headers ->> 'body' as body, e.headers ->> 'authority_rule' as rule,
            e.headers ->> 'transcribed_by' as transcribed_by, e.headers ->> 'source' as source
        from lifecycle.audit_history a join lifecycle.mt_events e on e.seq_id = a.position) told
        """;

    private static readonly string[] Tables =
    [
        "mt_streams", "mt_events", "mt_event_progression", "command_receipt",
        "recommendation_text", "sign_off_queue",
        "publication_digest", "publication_count", "grade_grid", "declared_position",
    ];

    /// <param name="full">The connection string of a database of today.</param>
    /// <returns>The connection string of the new one.</returns>
    public static async Task<string> OfAsync(PostgresFixture postgres, string full)
    {
        var earlier = await postgres.CreateDatabaseAsync(
            [.. Migrations.EventStore.Take(LastStepOfTheStore), .. ReadModelMigrations.All.Take(LastStepOfTheReadModels)]);
        await using var from = await OpenAsync(full);
        await using var to = await OpenAsync(earlier);
        foreach (var table in Tables) await CopyAsync(from, $"lifecycle.{table}", to, table);
        await CopyAsync(from, Intervals, to, "recommendation_interval");
        await CopyAsync(from, Histories, to, "audit_history");
        await CopyAsync(from, Statuses, to, "recommendation_status");
        await using var sequence = new NpgsqlCommand(
            "select setval('lifecycle.mt_events_sequence', max(seq_id)) from lifecycle.mt_events", to);
        await sequence.ExecuteNonQueryAsync();
        return earlier;
    }

    private static async Task CopyAsync(NpgsqlConnection from, string source, NpgsqlConnection to, string table)
    {
        await using var named = new NpgsqlCommand("""
            select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'lifecycle' and table_name = $1 and is_generated = 'NEVER'
            """, to) { Parameters = { new() { Value = table } } };
        var columns = (string)(await named.ExecuteScalarAsync())!;
        using var rows = await from.BeginTextExportAsync($"copy (select {columns} from {source}) to stdout");
        await using var copy = await to.BeginTextImportAsync($"copy lifecycle.{table} ({columns}) from stdin");
        await copy.WriteAsync(await rows.ReadToEndAsync());
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
