using System.Text.Json;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log;

/// <summary>How far taking in events without a leaf has come.</summary>
/// <param name="Events">Taken in.</param>
/// <param name="Of">To take in, about.</param>
public sealed record CatchUpProgress(long Events, long Of);

/// <summary>Gives a leaf to events that came by another way than through this store: another program's, or those of an earlier version's time.</summary>
internal static class CatchUp
{
    /// <summary>How far below the last leaf's position an event that comes to light late is still looked for.</summary>
    public const long LookBack = 1000;

    private const int PageSize = 2000;

    private static readonly string DueSql = SqlText.Of("catch_up_due");

    /// <summary>Within the connection's transaction, which holds the append lock. Everything there is.</summary>
    /// <returns>How many leaves there are then.</returns>
    public static long Within(NpgsqlConnection connection, long leaves, long lastWithLeaf, EventStoreOptions options)
    {
        // Another program's events may be of any body. What goes on after this sees only what it was given.
        var seen = Run(connection, "select current_setting('lifecycle.bodies', true)");
        Run(connection, "select set_config('lifecycle.bodies', $1, true)", ReadScope.All.Setting);
        var after = lastWithLeaf - LookBack;
        for (var (taken, last) = Take(connection, leaves, after, options); taken > 0; (taken, last) = Take(connection, leaves, after, options))
            (leaves, after) = (leaves + taken, last);
        Run(connection, "select set_config('lifecycle.bodies', $1, true)", seen!);
        return leaves;
    }

    /// <summary>Page by page, each in a transaction of its own, so that appends wait only for one page.</summary>
    /// <returns>How many were taken in.</returns>
    public static async Task<long> RunAsync(
        Database database, EventStoreOptions options, IProgress<CatchUpProgress>? progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        for (long done = 0, missing = 0; ;)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await AppendLock.TakeAsync(connection, cancellation);
            var (leaves, lastWithLeaf, head) = await EndAsync(connection, cancellation);
            missing = Math.Max(missing, head - lastWithLeaf);
            var (taken, _) = Take(connection, leaves, lastWithLeaf - LookBack, options);
            await transaction.CommitAsync(cancellation);
            if (taken == 0) return done;
            done += taken;
            progress?.Report(new(done, Math.Max(done, missing)));
        }
    }

    /// <summary>Whether some event that may be taken in has no leaf.</summary>
    public static Task<bool> IsDueAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync(
            ReadScope.All, DueSql, p => p.AddWithValue(LookBack),
            async (reader, token) => await reader.ReadAsync(token) && reader.GetBoolean(0), cancellation);

    private static async Task<(long Leaves, long LastWithLeaf, long Head)> EndAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SqlText.AppendHead, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(0));
    }

    /// <returns>How many leaves were added, and the last position looked at.</returns>
    private static (int Taken, long Last) Take(NpgsqlConnection connection, long first, long after, EventStoreOptions options)
    {
        var page = new List<(long Index, LeafEvent Event, WrittenLeaf Leaf)>(PageSize);
        using (var command = new NpgsqlCommand(SqlText.CatchUp, connection) { CommandTimeout = 0 })
        {
            command.Parameters.AddWithValue(after);
            command.Parameters.AddWithValue((long)PageSize);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var e = EventFields.Read(reader) with { TakenIn = true };
                after = e.Position;
                if (Write(e, options) is { } leaf) page.Add((first + page.Count, e, leaf));
            }
        }

        if (page.Count == 0) return (0, after);
        using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Leaves.Insert(page));
        batch.ExecuteNonQuery();
        return (page.Count, after);
    }

    // What another program stored is stored. Where JSON's numbers say less than it did, its text stands in the leaf.
    // What cannot be an event at all, at a version below nought for example, gets no leaf, and verification names it.
    private static WrittenLeaf? Write(LeafEvent e, EventStoreOptions options)
    {
        foreach (var form in (LeafEvent[])[e, AsText(e)])
        {
            try
            {
                return Leaves.Write(form, options);
            }
            catch (LedgerFormatException)
            {
                // Neither numbers nor names nor anything else may hold up those that come after it.
            }
        }

        return null;
    }

    /// <summary>The same event with data and headers as objects of one member, "$text", which holds PostgreSQL's text of them.</summary>
    internal static LeafEvent AsText(LeafEvent e)
    {
        var text = e with { Data = Quoted(e.Data) };
        return e.Headers is { } headers ? text with { Headers = Quoted(headers) } : text;
    }

    private static ReadOnlyMemory<byte> Quoted(ReadOnlyMemory<byte> json) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["$text"] = System.Text.Encoding.UTF8.GetString(json.Span) });

    private static object? Run(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        return command.ExecuteScalar();
    }
}
