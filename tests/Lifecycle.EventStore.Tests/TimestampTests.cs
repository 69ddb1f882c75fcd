using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

public sealed class TimestampTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Case_8_a_timestamp_has_whole_microseconds_and_is_read_back_as_it_was_given()
    {
        await using var store = await Store.NewAsync(postgres, clock: new MovableClock());

        var appended = await store.AppendAsync(Guid.NewGuid(), 0, "raised", "graded");

        Assert.All(appended.Events, e => Assert.Equal(new DateTimeOffset(2026, 3, 29, 0, 59, 59, TimeSpan.Zero).AddMicroseconds(123_456), e.Timestamp));
        Assert.All(await store.ReadAllAsync(), e => Assert.Equal(appended.Events[0].Timestamp, e.Timestamp));
    }

    [Fact]
    public async Task Case_8_a_clock_that_stands_still_or_goes_back_does_not_take_time_back()
    {
        var clock = new MovableClock();
        await using var store = await Store.NewAsync(postgres, clock: clock);
        var first = await store.AppendAsync(Guid.NewGuid(), 0, "raised");
        var second = await store.AppendAsync(Guid.NewGuid(), 0, "raised");
        clock.Now -= TimeSpan.FromHours(1);

        var third = await store.AppendAsync(Guid.NewGuid(), 0, "raised");

        Assert.Equal(first.Events[0].Timestamp.AddMicroseconds(1), second.Events[0].Timestamp);
        Assert.Equal(first.Events[0].Timestamp.AddMicroseconds(2), third.Events[0].Timestamp);
    }
}
