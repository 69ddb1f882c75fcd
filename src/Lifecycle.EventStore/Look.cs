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
}
