using System.Data;
using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>One look at the database: everything that is asked through it is of one moment and sees only its scope's bodies.</summary>
public sealed class Look
{
    private readonly NpgsqlConnection _connection;

    internal Look(NpgsqlConnection connection) => _connection = connection;

    /// <inheritdoc cref="Database.AskAsync"/>
    public async Task<T> AskAsync<T>(
        string sql, Action<NpgsqlParameterCollection> parameters, Func<NpgsqlDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancellation)
    {
        await using var query = new NpgsqlCommand(sql, _connection);
        parameters(query.Parameters);
        await using var reader = await query.ExecuteReaderAsync(cancellation);
        return await read(reader, cancellation);
    }

    /// <summary>Asks for values of many bytes, one in a row, each read as it arrives and never held whole on the way.</summary>
    /// <param name="read">Gets each with its length as a stream, in turn; nulls are left out.</param>
    public async Task AskPiecesAsync(
        string sql, Action<NpgsqlParameterCollection> parameters, Func<Stream, CancellationToken, Task> read, CancellationToken cancellation)
    {
        await using var query = new NpgsqlCommand(sql, _connection);
        parameters(query.Parameters);
        await using var reader = await query.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (await reader.IsDBNullAsync(0, cancellation)) continue;
            await using var piece = await reader.GetStreamAsync(0, cancellation);
            await read(piece, cancellation);
        }
    }
}
