using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>Appends of ours beside those of another program, which knows nothing of our lock.</summary>
public sealed class ForeignWriterTests(PostgresFixture postgres)
{
    private static readonly Guid A = Guid.NewGuid();
    private static readonly Guid B = Guid.NewGuid();

    [Fact]
    public async Task Case_16_appends_of_both_follow_each_other_in_one_order()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);

        await store.AppendAsync(A, 0, "raised");
        await ForeignWriter.AppendAsync(foreign, A, 2);
        await ForeignWriter.AppendAsync(foreign, B, 1);
        await store.AppendAsync(A, 2, "signed_off");
        await ForeignWriter.AppendAsync(foreign, B, 2);

        var stored = await store.ReadAllAsync();
        Assert.Equal([(1L, A, 1L), (2, A, 2), (3, B, 1), (4, A, 3), (5, B, 2)], stored.Select(e => (e.Position, e.Stream, e.Version)));
        Assert.Equal("{}", System.Text.Encoding.UTF8.GetString(stored[1].Headers.Span));
    }

    [Fact]
    public async Task Case_16_an_append_to_another_stream_waits_for_the_foreign_one_and_takes_the_next_position()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        var transaction = await foreign.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ForeignWriter.AppendAsync(foreign, A, 1);

        var ours = store.AppendAsync(B, 0, "raised");
        await WaitUntilBlockedAsync(store);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, (await ours).Events[0].Position);
        Assert.Equal([A, B], (await store.ReadAllAsync()).Select(e => e.Stream));
    }

    [Fact]
    public async Task Case_16_an_append_that_the_foreign_one_overtakes_in_its_stream_is_a_conflict()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(A, 0, "raised");
        await using var foreign = await Sql.OwnerAsync(store);
        var transaction = await foreign.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ForeignWriter.AppendAsync(foreign, A, 2);

        var ours = store.AppendAsync(A, 1, "signed_off");
        await WaitUntilBlockedAsync(store);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, (await Assert.ThrowsAsync<ConflictException>(() => ours)).Actual);
        Assert.Equal(["raised", "graded_elsewhere"], (await store.ReadAsync(A)).Select(e => e.Type));
    }

    [Fact]
    public async Task Case_16_a_foreign_append_that_comes_too_late_with_its_position_fails_and_finds_the_next_one()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        var taken = long.Parse((await Sql.LinesAsync(foreign, "select nextval('lifecycle.mt_events_sequence')"))[0], System.Globalization.CultureInfo.InvariantCulture);
        await store.AppendAsync(A, 0, "raised", "graded");

        var late = await Assert.ThrowsAsync<PostgresException>(() => ForeignWriter.AppendAsync(foreign, B, 1, taken));
        await ForeignWriter.AppendAsync(foreign, B, 1);

        Assert.Equal(("pkey_mt_events_seq_id", PostgresErrorCodes.UniqueViolation), (late.ConstraintName, late.SqlState));
        Assert.Equal([(1L, A), (2, A), (3, B)], (await store.ReadAllAsync()).Select(e => (e.Position, e.Stream)));
    }

    [Fact]
    public async Task Case_16_a_tombstone_holds_its_position_and_is_never_read()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(A, 0, "raised");
        await using var foreign = await Sql.OwnerAsync(store);
        await ForeignWriter.AppendAsync(foreign, B, 1);
        await Sql.ExecuteAsync(foreign, "update lifecycle.mt_events set type = 'tombstone', timestamp = '-infinity' where seq_id = 2");

        var next = await store.AppendAsync(A, 1, "graded");

        Assert.Equal(3, next.Events[0].Position);
        Assert.Equal([1L, 3], (await store.ReadAllAsync()).Select(e => e.Position));
        Assert.Empty(await store.ReadAsync(B));
        Assert.True((await store.ReadAsync(A))[0].Timestamp < next.Events[0].Timestamp);
    }

    [Fact]
    public async Task Case_16_in_a_long_race_nothing_that_either_was_told_is_stored_is_lost()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        var racing = Task.Run(async () => await ForeignWriter.RaceAsync(foreign, A));
        var mine = new List<StoredEvent>();
        while (!racing.IsCompleted)
        {
            try
            {
                mine.AddRange((await store.AppendAsync(A, (await store.ReadAsync(A)).Count, "raced")).Events);
            }
            catch (ConflictException)
            {
                // Lost cleanly; look again.
            }
        }

        var theirs = await racing;
        var stored = await store.ReadAsync(A);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(e => e.Version));
        Assert.Equal(
            mine.Select(e => e.Version).Concat(theirs).Order(), stored.Select(e => e.Version));
        Assert.All(mine, m => Assert.Equal(m.Id, stored[(int)m.Version - 1].Id));
    }

    private static async Task WaitUntilBlockedAsync(Store store)
    {
        await using var watcher = await Sql.OwnerAsync(store);
        while ((await Sql.LinesAsync(watcher, "select 1 from pg_stat_activity where datname = current_database() and application_name = 'lifecycle' and wait_event_type = 'Lock'")).Count == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }
}
