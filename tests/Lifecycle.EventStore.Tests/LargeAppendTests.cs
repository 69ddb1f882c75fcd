using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>While an append of many new streams is written, others take their places before it, and it ends up in one piece.</summary>
public sealed class LargeAppendTests(PostgresFixture postgres)
{
    private const int Few = 5;
    private const int Made = 2 * HeldAppend.Made;

    [Fact]
    public async Task Others_are_stored_before_it_while_it_is_written()
    {
        await using var held = await HeldAppend.BeginAsync(postgres);

        for (var n = 0; n < Few; n++) Assert.Equal(301 + n, (await held.Store.AppendAsync(held.Streams[n], 1, "graded")).Events[0].Position);

        Assert.False(held.Outcome.IsCompleted);
        Assert.Equal(305, (await held.Store.ReadAllAsync()).Count);
        await held.OpenGateAsync();
        var events = (await held.Outcome).Events;
        Assert.Equal(Enumerable.Range(306, Made).Select(n => (long)n), events.Select(e => e.Position));
        Assert.Equal(held.Append.Streams[0].Events[0].Id, events[0].Id);
        Assert.Equal(held.Append.Streams.SelectMany(s => s.Events).Select(e => e.Id).Order(), events.Select(e => e.Id).Order());
        await held.IsWholeAsync(305 + Made);
    }

    [Fact]
    public async Task As_many_as_there_is_no_room_for_are_stored_too()
    {
        await using var held = await HeldAppend.BeginAsync(postgres);

        var others = held.Streams.Select(stream => held.Store.AppendAsync(stream, 1, "graded")).ToList();
        await Task.WhenAny(others);
        await held.OpenGateAsync();

        await Task.WhenAll(others);
        var events = (await held.Outcome).Events;
        Assert.Equal(Made, events[^1].Position - events[0].Position + 1);
        await held.IsWholeAsync(600 + Made);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_not_planned_ahead_comes_after_it(bool newStream)
    {
        await using var held = await HeldAppend.BeginAsync(postgres);

        var other = newStream
            ? held.Store.AppendAsync(Guid.NewGuid(), 0, "raised")
            : held.Store.AppendAsync(Store.To(held.Streams[0], 1, "graded") with { Unchanged = [new(Store.Body, held.Streams[1], 1)] });
        await held.OpenGateAsync();

        Assert.Equal((await held.Outcome).Events[^1].Position + 1, (await other).Events[0].Position);
        await held.IsWholeAsync(301 + Made);
    }

    [Fact]
    public async Task A_conflict_meanwhile_is_that_append_s_alone()
    {
        await using var held = await HeldAppend.BeginAsync(postgres);

        await held.Store.AppendAsync(held.Streams[0], 1, "graded");
        var known = held.Store.AppendAsync(held.Streams[0], 1, "graded");
        var unknown = held.Store.AppendAsync(held.Streams[1], 7, "graded");
        await held.OpenGateAsync();

        Assert.Equal(2, (await Assert.ThrowsAsync<ConflictException>(() => known)).Actual);
        Assert.Equal(1, (await Assert.ThrowsAsync<ConflictException>(() => unknown)).Actual);
        Assert.Equal(302, (await held.Outcome).Events[0].Position);
        await held.IsWholeAsync(301 + Made);
    }

    [Fact]
    public async Task Another_process_waits_for_its_end_and_nobody_for_ever()
    {
        await using var held = await HeldAppend.BeginAsync(postgres);
        await using var theirs = Store.Open(held.Store.ConnectionString);

        var other = theirs.AppendAsync(held.Streams[0], 1, "graded");
        var ours = held.Store.AppendAsync(held.Streams[1], 1, "graded");
        await held.OpenGateAsync();

        await Task.WhenAll(other, ours, held.Outcome);
        await held.IsWholeAsync(302 + Made);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    public async Task When_it_cannot_be_stored_others_are(int brokenAt)
    {
        await using var held = await HeldAppend.BeginAsync(
            postgres, append => append with { Streams = [.. append.Streams.Select((stream, n) => n == brokenAt ? stream with { StreamType = "broken" } : stream)] });

        await held.Store.AppendAsync(held.Streams[0], 1, "graded");
        await held.OpenGateAsync();

        await Assert.ThrowsAsync<PostgresException>(() => held.Outcome);
        await held.IsWholeAsync(301);
        var mended = held.Append with { Streams = [.. held.Append.Streams.Select(stream => stream with { StreamType = "recommendation" })] };
        Assert.Equal(302, (await held.Store.AppendAsync(mended)).Events[0].Position);
    }

    [Fact]
    public async Task A_repeat_finds_all_of_it()
    {
        await using var held = await HeldAppend.BeginAsync(postgres, append => append with { Receipt = new(Guid.NewGuid(), "same") });
        await held.Store.AppendAsync(held.Streams[0], 1, "graded");
        await held.OpenGateAsync();

        var again = await held.Store.AppendAsync(held.Append);

        Assert.True(again.Repeated);
        Assert.Equal((await held.Outcome).Events.Select(e => e.Id), again.Events.Select(e => e.Id));
        await held.IsWholeAsync(301 + Made);
    }

    [Fact]
    public async Task It_survives_the_end_of_its_connection()
    {
        await using var held = await HeldAppend.BeginAsync(postgres);
        await held.Store.AppendAsync(held.Streams[0], 1, "graded");

        await Sql.LinesAsync(held.Gate, "select pg_terminate_backend(pid)::text from pg_locks where locktype = 'advisory' and objid = 77 and not granted");
        await held.OpenGateAsync();

        Assert.Equal(302, (await held.Outcome).Events[0].Position);
        await held.IsWholeAsync(301 + Made);
    }

    [Fact]
    public async Task A_store_that_stops_finishes_it()
    {
        await using var held = await HeldAppend.BeginAsync(postgres);

        var stopped = held.Store.Events.StopAsync();
        await held.OpenGateAsync();

        await stopped;
        await held.IsWholeAsync(300 + Made);
        Assert.Equal(Made, (await held.Outcome).Events.Count);
    }
}
