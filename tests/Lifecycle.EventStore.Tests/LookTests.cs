using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>Several questions of one moment, some of them at the same time.</summary>
public sealed class LookTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Connections = 8;
    private string _connection = "";
    private Database _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connection = await postgres.CreateDatabaseAsync(Migrations.EventStore);
        _database = Database.Open(new(_connection, MaxPoolSize: Connections));
        await RunAsync("create table lifecycle.word (body text); grant select on lifecycle.word to lifecycle_app; insert into lifecycle.word values ('gwent')");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task What_is_asked_beside_a_look_is_of_the_moment_of_the_look()
    {
        var (first, beside, here) = await _database.LookAsync(
            ReadScope.All,
            async look =>
            {
                var first = await WordsAsync(look);
                await RunAsync("insert into lifecycle.word values ('kent')");
                var here = 0L;
                var beside = await look.BesideAsync(WordsAsync, async () => here = await WordsAsync(look), Cancel);
                return (first, beside, here);
            },
            Cancel);

        Assert.Equal((1, 1, 1), (first, beside, here));
        Assert.Equal(2, await _database.LookAsync(ReadScope.All, WordsAsync, Cancel));
    }

    [Fact]
    public async Task What_is_asked_beside_a_look_sees_the_same_bodies()
    {
        var scope = await _database.LookAsync(
            ReadScope.Of(["gwent", "kent"]), look => look.BesideAsync(BodiesAsync, () => Task.CompletedTask, Cancel), Cancel);

        Assert.Equal("gwent,kent", scope);
    }

    [Fact]
    public async Task Both_are_asked_at_the_same_time_while_few_do_so()
    {
        // Either waits for the other, for which both have to be under way.
        var (one, other) = (new TaskCompletionSource(), new TaskCompletionSource());
        await _database.LookAsync(
            ReadScope.All,
            look => look.BesideAsync(
                async _ =>
                {
                    one.SetResult();
                    await other.Task.WaitAsync(Cancel);
                    return true;
                },
                async () =>
                {
                    await one.Task.WaitAsync(Cancel);
                    other.SetResult();
                },
                Cancel),
            Cancel);
    }

    [Fact]
    public async Task As_many_as_there_are_connections_do_not_wait_for_each_other_for_ever()
    {
        var (begun, all) = (0, new TaskCompletionSource());
        var asked = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => _database.LookAsync(
            ReadScope.All,
            async look =>
            {
                // Every connection is taken before any of them asks for another.
                if (Interlocked.Increment(ref begun) == Connections) all.SetResult();
                await all.Task.WaitAsync(Cancel);
                return await look.BesideAsync(WordsAsync, () => WordsAsync(look), Cancel);
            },
            Cancel)));

        Assert.Equal(Enumerable.Repeat(1L, Connections), asked);
    }

    [Fact]
    public async Task A_failure_of_either_is_told_and_leaves_the_connections_usable()
    {
        for (var i = 0; i < 2 * Connections; i++)
        {
            var failure = await Assert.ThrowsAsync<PostgresException>(() => _database.LookAsync(
                ReadScope.All,
                look => i % 2 == 0
                    ? look.BesideAsync(other => Sql.OneAsync<long>(other, "select 1 / 0"), () => WordsAsync(look), Cancel)
                    : look.BesideAsync(WordsAsync, () => Sql.OneAsync<long>(look, "select 1 / 0"), Cancel),
                Cancel));
            Assert.Equal(PostgresErrorCodes.DivisionByZero, failure.SqlState);
        }

        Assert.Equal(1, await _database.LookAsync(ReadScope.All, WordsAsync, Cancel));
    }

    [Fact]
    public async Task What_is_told_of_two_failures_is_that_of_the_look_whose_moment_it_is()
    {
        var failed = new TaskCompletionSource();
        var failure = await Assert.ThrowsAsync<PostgresException>(() => _database.LookAsync(
            ReadScope.All,
            look => look.BesideAsync(
                async other =>
                {
                    try
                    {
                        return await Sql.OneAsync<long>(other, "select nothing");
                    }
                    finally
                    {
                        failed.SetResult();
                    }
                },
                async () =>
                {
                    await failed.Task.WaitAsync(Cancel);
                    await Sql.OneAsync<long>(look, "select 1 / length(pg_sleep(0.1)::text)");
                },
                Cancel),
            Cancel));

        Assert.Equal(PostgresErrorCodes.DivisionByZero, failure.SqlState);
    }

    private static Task<long> WordsAsync(Look look) => Sql.OneAsync<long>(look, "select count(*) from lifecycle.word");

    private static Task<string> BodiesAsync(Look look) => Sql.OneAsync<string>(look, "select current_setting('lifecycle.bodies')");

    private async Task RunAsync(string sql)
    {
        await using var owner = await Sql.OpenAsync(_connection);
        await Sql.ExecuteAsync(owner, sql);
    }
}
