using Lifecycle.Application;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lifecycle.Bench;

/// <summary>One database with two ways in: the product as a host would wire it, and plain connections of the owner for the floors.</summary>
internal sealed class Register : IAsyncDisposable
{
    private readonly ServiceProvider _product;

    /// <param name="ledger">Where the key is that signs the history; null when nothing is signed.</param>
    /// <param name="leavesLater">Whether events are appended without their leaves.</param>
    public Register(string connectionString, LedgerSettings? ledger = null, bool leavesLater = false)
    {
        var product = new ServiceCollection().AddLifecycle(connectionString, ledger: ledger);
        if (leavesLater) product.AddSingleton(WithoutLeaves);
        _product = product.BuildServiceProvider();
        Plain = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = 80,
            MaxAutoPrepare = 50,
            NoResetOnClose = true,
            CommandTimeout = 0,
        });
    }

    public NpgsqlDataSource Plain { get; }

    public T Get<T>() where T : notnull => _product.GetRequiredService<T>();

    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = Plain.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = Plain.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static EventStore.EventStore WithoutLeaves(IServiceProvider provider) => new(
        provider.GetRequiredService<Database>(), Projector.Inline, provider.GetRequiredService<TimeProvider>(), Wiring.Store with { LeavesLater = true });

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await Plain.DisposeAsync();
    }
}
