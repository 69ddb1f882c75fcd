using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

/// <summary>One append of many streams, which is written piece by piece.</summary>
public sealed class LotTests(PostgresFixture postgres)
{
    private const int Streams = 1_900;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_append_is_stored_whole_and_in_order(bool goesOn)
    {
        var projected = new List<Guid>();
        var lots = 0;
        await using var store = await Store.NewAsync(postgres, (appended, _) =>
        {
            projected.AddRange(appended.Select(one => one.Request.Stream));
            lots++;
        });
        var first = goesOn ? (await store.AppendAsync(Guid.NewGuid(), 0, "raised")).Events.Count : 0;
        lots = 0;
        projected.Clear();
        var append = Large();

        var appended = await store.AppendAsync(append);

        Assert.InRange(lots, 3, 100);
        Assert.Equal(append.Streams.Select(stream => stream.Stream).Order(), projected.Order());
        Assert.Equal(Enumerable.Range(first + 1, 2 * Streams).Select(n => (long)n), appended.Events.Select(e => e.Position));
        Assert.Equal(append.Streams.SelectMany(stream => stream.Events).Select(e => e.Id), (await store.ReadAllAsync(after: first)).Select(e => e.Id));
        await using var owner = await Sql.OwnerAsync(store);
        Assert.Equal(
            Enumerable.Range(0, first + (2 * Streams)).Select(index => $"{index} | {index + 1}"),
            await Sql.LinesAsync(owner, "select index, position from lifecycle.ledger_leaf order by index"));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task When_one_piece_of_a_large_append_cannot_be_stored_nothing_of_it_is(bool goesOn, bool failsThere)
    {
        await using var store = await Store.NewAsync(postgres, (appended, writes) =>
        {
            if (appended.All(one => one.Request.StreamType != "broken")) return;
            if (failsThere) writes.BatchCommands.Add(new("select 1 / 0"));
            else throw new InvalidOperationException("A fault in a projection.");
        });
        var first = goesOn ? (await store.AppendAsync(Guid.NewGuid(), 0, "raised")).Events.Count : 0;
        var append = Large();
        var broken = append with { Streams = [.. append.Streams.Select((stream, n) => n == Streams * 2 / 3 ? stream with { StreamType = "broken" } : stream)] };

        await Assert.ThrowsAnyAsync<Exception>(() => store.AppendAsync(broken));

        Assert.Equal(first, (await store.ReadAllAsync()).Count);
        Assert.Equal(first + 1, (await store.AppendAsync(append)).Events[0].Position);
        Assert.Equal(first + (2 * Streams), (await store.ReadAllAsync()).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_stream_that_begins_with_many_events_is_stored_too(int before)
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(Guid.NewGuid(), 0, "raised");
        for (var time = 0; time < 10; time++)
        {
            var append = new Append(
                [.. Enumerable.Range(0, before).Select(_ => Store.Part(Guid.NewGuid(), 0, "raised")), Store.Part(Guid.NewGuid(), 0, [.. Enumerable.Repeat("graded", 600)])], []);
            var (large, others) = (store.AppendAsync(append), Enumerable.Range(0, 5).Select(_ => store.AppendAsync(Guid.NewGuid(), 0, "raised")).ToList());
            Assert.Equal(600 + before, (await large).Events.Count);
            await Task.WhenAll(others);
        }

        Assert.Equal(1 + (10 * (605 + before)), (await store.ReadAllAsync()).Count);
    }

    private static Append Large() => new([.. Enumerable.Range(0, Streams).Select(_ => Store.Part(Guid.NewGuid(), 0, "raised", "graded"))], []);
}
