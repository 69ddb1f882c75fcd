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

    /// <summary>Asks for one value of many bytes, which are read as they arrive and never held whole on the way.</summary>
    /// <param name="read">Gets them with their length as a stream; nothing when the value is null.</param>
    public async Task<T> AskBytesAsync<T>(
        string sql, Action<NpgsqlParameterCollection> parameters, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        await using var query = new NpgsqlCommand(sql, _connection);
        parameters(query.Parameters);
        await using var reader = await query.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        await reader.ReadAsync(cancellation);
        await using var bytes = await reader.IsDBNullAsync(0, cancellation) ? Stream.Null : await reader.GetStreamAsync(0, cancellation);
        return await read(bytes, cancellation);
    }
}
