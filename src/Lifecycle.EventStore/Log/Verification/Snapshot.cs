using System.Data;
using Npgsql;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>Three connections that see the database at one moment, whatever is written meanwhile: for events, for leaves, and for questions in between.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly List<NpgsqlConnection> _connections = [];

    public NpgsqlConnection Events => _connections[0];

    public NpgsqlConnection Leaves => _connections[1];

    public NpgsqlConnection Questions => _connections[2];

    public static async Task<Snapshot> TakeAsync(Database database, CancellationToken cancellation)
    {
        var snapshot = new Snapshot();
        string? id = null;
        for (var i = 0; i < 3; i++)
        {
            var connection = await database.OpenConnectionAsync(cancellation);
            snapshot._connections.Add(connection);
            await connection.RunAsync("begin isolation level repeatable read read only", cancellation);
            if (id is not null) await connection.RunAsync($"set transaction snapshot '{id}'", cancellation);
            await connection.RunAsync("select set_config('lifecycle.bodies', '*', true)", cancellation);
            // Rows wait for the other stream meanwhile, which may take longer than any transaction of the service does.
            await connection.RunAsync("set local idle_in_transaction_session_timeout = 0", cancellation);
            id ??= await connection.OneAsync("select pg_export_snapshot()", row => row.GetString(0), cancellation);
        }

        return snapshot;
    }

    // The pool resets nothing: what is set locally ends with the transaction.
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            if (connection.State == ConnectionState.Open) await connection.RunAsync("rollback", CancellationToken.None);
            await connection.DisposeAsync();
        }
    }
}
