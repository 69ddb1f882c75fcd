using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

/// <summary>A store on a new database, and short words for appending to it.</summary>
internal sealed class Store : IAsyncDisposable
{
    public const string Body = "west-mercia";

    private Store(string connectionString, Database database, EventStore events) =>
        (ConnectionString, Database, Events) = (connectionString, database, events);

    public string ConnectionString { get; }

    public Database Database { get; }

    public EventStore Events { get; }

    public static async Task<Store> NewAsync(
        PostgresFixture postgres, InlineProjection? projection = null, TimeProvider? clock = null, EventStoreOptions? options = null) =>
        Open(await postgres.CreateDatabaseAsync(Migrations.EventStore), projection, clock, options);

    public static Store Open(
        string connectionString, InlineProjection? projection = null, TimeProvider? clock = null, EventStoreOptions? options = null)
    {
        var database = Database.Open(new(connectionString));
        return new(connectionString, database, new(database, projection ?? ((_, _) => { }), clock ?? TimeProvider.System, options ?? new()));
    }

    public Task<Appended> AppendAsync(Append append) => Events.AppendAsync(append, TestContext.Current.CancellationToken);

    public Task<Appended> AppendAsync(Guid stream, long expected, params string[] types) => AppendAsync(To(stream, expected, types));

    public Task<IReadOnlyList<StoredEvent>> ReadAllAsync(ReadScope? scope = null, long after = 0) =>
        Events.ReadAllAsync(scope ?? ReadScope.All, after, 1_000_000, TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid stream) =>
        Events.ReadStreamAsync(ReadScope.All, Body, stream, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await Database.DisposeAsync();
    }

    public static Append To(Guid stream, long expected, params string[] types) => new([Part(stream, expected, types)], []);

    public static StreamAppend Part(Guid stream, long expected, params string[] types) =>
        new(Body, stream, "recommendation", expected, [.. types.Select(Event)]);

    public static NewEvent Event(string type) =>
        new(Guid.NewGuid(), type, """{"reason":"tested"}""", """{"actor":"a1"}""");
}
