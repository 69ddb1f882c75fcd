using Lifecycle.EventStore;
using Lifecycle.ReadModels.Rebuilding;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>In which shape the rows of each read model are stored; those of another shape than this program's are made anew.</summary>
public static class ReadModelShapes
{
    private static readonly string DueSql = SqlText.Of("read_model_shape_due");
    private static readonly string RecordSql = SqlText.Of("read_model_shape_record");

    /// <summary>
    /// Rebuilds the models whose stored rows have another shape, and says which they were. Waits for whoever does so already;
    /// asks for no rights when there is nothing to do.
    /// </summary>
    /// <param name="database">With the schema in place.</param>
    /// <param name="progress">Told once before the waiting, then as the rebuild goes on.</param>
    /// <exception cref="MigrationRefusedException">There is something to do, and the login may not.</exception>
    public static async Task<IReadOnlyList<string>> BringUpToDateAsync(
        Database database, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        await using var writer = await database.OpenOwnerConnectionAsync(cancellation);
        if (await DueAsync(writer, cancellation) is not [_, ..] due) return [];
        if (await HistoryReader.HeadAsync(writer, cancellation) is > 0 and var events) progress?.Report(new([.. due], 0, events));
        await RebuildLock.TakeAsync(writer, cancellation);
        try
        {
            return await FillAsync(database, writer, progress, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationRefusedException(
                $"The read models {string.Join(", ", due)} have to be made anew, which this login may not do. Start once with the login that owns the schema.");
        }
        finally
        {
            await RebuildLock.ReleaseAsync(writer);
        }
    }

    /// <summary>Within the caller's transaction, which puts rows of these shapes in place.</summary>
    internal static async Task RecordAsync(NpgsqlConnection connection, IReadOnlyList<IReadModel> models, CancellationToken cancellation)
    {
        await using var command = About(connection, RecordSql, models);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<IReadOnlyList<string>> FillAsync(
        Database database, NpgsqlConnection writer, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        // Somebody else may have done it while we waited.
        var due = await DueAsync(writer, cancellation);
        if (due.Count == 0 || await RecordWithoutEventsAsync(writer, cancellation)) return [];
        await Rebuild.RunAsync(database, writer, AllReadModels.Named(due), progress, cancellation);
        return due;
    }

    // No event may arrive between the look and the record.
    private static async Task<bool> RecordWithoutEventsAsync(NpgsqlConnection writer, CancellationToken cancellation)
    {
        await using var transaction = await writer.BeginTransactionAsync(cancellation);
        await AppendLock.TakeAsync(writer, cancellation);
        if (await HistoryReader.HeadAsync(writer, cancellation) > 0) return false;
        await RecordAsync(writer, AllReadModels.Models, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task<List<string>> DueAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = About(connection, DueSql, AllReadModels.Models);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.AllAsync(row => row.GetString(0), cancellation);
    }

    private static NpgsqlCommand About(NpgsqlConnection connection, string sql, IReadOnlyList<IReadModel> models)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("names", models.Select(model => model.Name).ToArray());
        command.Parameters.AddWithValue("shapes", models.Select(model => model.Shape).ToArray());
        return command;
    }
}
