using System.Data;
using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>One look at the database: everything that is asked through it is of one moment and sees only its scope's bodies.</summary>
public sealed class Look
{
    private readonly Looks _looks;
    private readonly ReadScope _scope;
    private readonly NpgsqlConnection _connection;

    internal Look(Looks looks, ReadScope scope, NpgsqlConnection connection) => (_looks, _scope, _connection) = (looks, scope, connection);

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

    /// <summary>Asks for two things that do not need each other, of the same moment: at the same time if a connection is free for it.</summary>
    /// <param name="beside">Gets a look of its own.</param>
    /// <param name="meanwhile">Asks this one.</param>
    public Task<T> BesideAsync<T>(Func<Look, Task<T>> beside, Func<Task> meanwhile, CancellationToken cancellation) =>
        _looks.BesideAsync(this, _scope, beside, meanwhile, cancellation);

    /// <summary>What PostgreSQL calls the moment of this look, for as long as the look lasts.</summary>
    internal async Task<string> MomentAsync(CancellationToken cancellation)
    {
        await using var query = new NpgsqlCommand("select pg_export_snapshot()", _connection);
        return (string)(await query.ExecuteScalarAsync(cancellation))!;
    }
}
