using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>The schema cannot be brought to what this program needs; the message says why and what to do.</summary>
public sealed class MigrationRefusedException(string message) : Exception(message);

/// <summary>Brings the schema forward in one transaction, whoever else starts at the same moment.</summary>
internal static class Migrator
{
    // The key by which processes that start together wait for each other.
    private const long MigrationLock = 0x6C69666501;

    public static async Task RunAsync(NpgsqlConnection owner, IReadOnlyList<Migration> wanted, CancellationToken cancellation)
    {
        // Without the lock first: a login without the owner's rights may start a service whose schema is in place.
        if (await PendingAsync(owner, wanted, cancellation) is []) return;

        await using var transaction = await owner.BeginTransactionAsync(cancellation);
        await RunAsync(owner, $"select pg_advisory_xact_lock({MigrationLock})", cancellation);
        await RunAsync(owner, "create schema if not exists lifecycle", cancellation);
        await RunAsync(owner, SqlText.Of("migration"), cancellation);
        foreach (var migration in await PendingAsync(owner, wanted, cancellation))
        {
            await RunAsync(owner, migration.Sql, cancellation);
            await RecordAsync(owner, migration, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>What is still to do; refuses a database that is not this program's past.</summary>
    internal static IReadOnlyList<Migration> Pending(
        IReadOnlyList<Migration> wanted, IReadOnlyDictionary<(string Component, int Number), string> applied)
    {
        var known = wanted.ToDictionary(m => (m.Component, m.Number));
        foreach (var (key, sha256) in applied)
        {
            if (!known.TryGetValue(key, out var migration))
                throw new MigrationRefusedException(
                    $"The database is newer than this program: step {key.Number} of {key.Component} is not known here. Run the newer program.");
            if (migration.Sha256 != sha256)
                throw new MigrationRefusedException(
                    $"Step {key.Number} of {key.Component} ({migration.Name}) is not the text that was applied. Put the old text back and add a new step.");
        }

        var pending = wanted.Where(m => !applied.ContainsKey((m.Component, m.Number))).ToList();
        var late = pending.Find(m => applied.Keys.Any(done => done.Component == m.Component && done.Number > m.Number));
        return late is null
            ? pending
            : throw new MigrationRefusedException(
                $"Step {late.Number} of {late.Component} ({late.Name}) comes after a later one was applied. Give it the next free number.");
    }

    private static async Task<IReadOnlyList<Migration>> PendingAsync(
        NpgsqlConnection connection, IReadOnlyList<Migration> wanted, CancellationToken cancellation)
    {
        var applied = new Dictionary<(string, int), string>();
        await using var exists = new NpgsqlCommand("select to_regclass('lifecycle.migration') is not null", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is true)
        {
            await using var command = new NpgsqlCommand("select component, number, sha256 from lifecycle.migration", connection);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                applied.Add((reader.GetString(0), reader.GetInt32(1)), reader.GetString(2));
        }

        return Pending(wanted, applied);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task RecordAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "insert into lifecycle.migration (component, number, name, sha256) values ($1, $2, $3, $4)", connection);
        command.Parameters.AddWithValue(migration.Component);
        command.Parameters.AddWithValue(migration.Number);
        command.Parameters.AddWithValue(migration.Name);
        command.Parameters.AddWithValue(migration.Sha256);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
