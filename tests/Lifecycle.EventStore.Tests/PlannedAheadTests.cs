using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

/// <summary>A writer that was alone plans on what it remembers; whatever it supposes wrongly, the answers are the same as if it had read.</summary>
public sealed class PlannedAheadTests(PostgresFixture postgres)
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task Another_store_that_wrote_in_between_is_seen()
    {
        await using var ours = await AloneAsync();
        await using var theirs = Store.Open(ours.ConnectionString);
        var other = Guid.NewGuid();
        for (var turn = 0; turn < 5; turn++)
        {
            await theirs.AppendAsync(other, turn, "graded");
            await ours.AppendAsync(_stream, 3 + turn, "evidence_submitted");
        }

        Assert.Equal(Enumerable.Range(1, 13).Select(n => (long)n), (await ours.ReadAllAsync()).Select(e => e.Position));
        Assert.Equal(8, (await ours.ReadAsync(_stream)).Count);
    }

    [Fact]
    public async Task A_stream_that_another_store_moved_is_a_conflict_with_the_true_version()
    {
        await using var ours = await AloneAsync();
        await using var theirs = Store.Open(ours.ConnectionString);
        await theirs.AppendAsync(_stream, 3, "graded", "graded");

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => ours.AppendAsync(_stream, 3, "evidence_submitted"));

        Assert.Equal((3, 5), (conflict.Expected, conflict.Actual));
        Assert.Equal(5, (await ours.ReadAllAsync()).Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(0)]
    public async Task A_wrong_version_is_a_conflict_with_the_true_one(long expected)
    {
        await using var ours = await AloneAsync();

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => ours.AppendAsync(_stream, expected, "graded"));

        Assert.Equal(3, conflict.Actual);
        Assert.Equal(4, (await ours.AppendAsync(_stream, 3, "graded")).Events[0].Position);
    }

    [Fact]
    public async Task A_receipt_of_long_ago_is_found()
    {
        await using var ours = await Store.NewAsync(postgres);
        var command = new Append([Store.Part(_stream, 0, "raised")], [], new CommandReceipt(Guid.NewGuid(), "raise"));
        var first = await ours.AppendAsync(command);
        for (var version = 1; version < 20; version++) await ours.AppendAsync(_stream, version, "graded");

        var again = await ours.AppendAsync(command);

        Assert.True(again.Repeated);
        Assert.Equal(first.Events[0].Id, again.Events[0].Id);
        Assert.Equal(20, (await ours.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_group_that_cannot_be_stored_takes_neither_the_next_nor_its_neighbours_with_it()
    {
        await using var ours = await Store.NewAsync(postgres, (appended, writes) =>
        {
            if (appended.Any(one => one.Request.StreamType == "broken")) writes.BatchCommands.Add(new("select 1 / 0"));
        });
        await ours.AppendAsync(_stream, 0, "raised");
        var streams = Enumerable.Range(0, 300).Select(n => (Id: Guid.NewGuid(), Broken: n % 29 == 0)).ToList();

        var outcomes = await Task.WhenAll(streams.Select(async stream =>
        {
            var part = Store.Part(stream.Id, 0, "raised");
            var append = new Append([stream.Broken ? part with { StreamType = "broken" } : part], []);
            return (stream.Broken, Failed: await Record.ExceptionAsync(() => ours.AppendAsync(append)) is not null);
        }));

        Assert.All(outcomes, outcome => Assert.Equal(outcome.Broken, outcome.Failed));
        var stored = await ours.ReadAllAsync();
        Assert.Equal(1 + streams.Count(stream => !stream.Broken), stored.Count);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(e => e.Position));
    }

    [Fact]
    public async Task Of_many_who_race_for_each_version_of_a_few_streams_one_wins_each()
    {
        await using var ours = await AloneAsync();
        var streams = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        var won = 0;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async client =>
        {
            var version = 0L;
            for (var turn = 0; turn < 25; turn++)
            {
                try
                {
                    await ours.AppendAsync(streams[client % streams.Length], version++, "graded");
                    Interlocked.Increment(ref won);
                }
                catch (ConflictException conflict)
                {
                    version = conflict.Actual;
                }
            }
        }));

        var stored = await ours.ReadAllAsync();
        Assert.Equal(3 + won, stored.Count);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(e => e.Position));
        Assert.All(stored.GroupBy(e => e.Stream), stream => Assert.Equal(Enumerable.Range(1, stream.Count()).Select(n => (long)n), stream.Select(e => e.Version)));
        Assert.Equal(stored.Select(e => e.Timestamp).Order(), stored.Select(e => e.Timestamp));
    }

    private async Task<Store> AloneAsync()
    {
        var store = await Store.NewAsync(postgres);
        for (var version = 0; version < 3; version++) await store.AppendAsync(_stream, version, "graded");
        return store;
    }
}
