using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

public sealed class ReceiptTests(PostgresFixture postgres)
{
    private static readonly Guid A = Guid.NewGuid();
    private static readonly Guid B = Guid.NewGuid();
    private readonly CommandReceipt _receipt = new(Guid.NewGuid(), "raise A and B");

    private Append Command => new([Store.Part(A, 0, "raised"), Store.Part(B, 0, "raised", "graded")], [], _receipt);

    [Fact]
    public async Task Case_6_a_repeated_append_adds_nothing_and_returns_the_first_tries_events()
    {
        await using var store = await Store.NewAsync(postgres);
        var first = await store.AppendAsync(Command);
        await store.AppendAsync(A, 1, "signed_off");

        var second = await store.AppendAsync(Command);

        Assert.True(second.Repeated);
        Assert.Equal(first.Events.Select(e => (e.Position, e.Id)), second.Events.Select(e => (e.Position, e.Id)));
        Assert.Equal(4, (await store.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task Case_6_of_repeats_that_arrive_together_one_is_stored()
    {
        await using var store = await Store.NewAsync(postgres);

        var appended = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.AppendAsync(Command)));

        Assert.Single(appended, a => !a.Repeated);
        Assert.All(appended, a => Assert.Equal([1L, 2, 3], a.Events.Select(e => e.Position)));
        Assert.Equal(3, (await store.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task Case_6_an_earlier_try_can_be_found_before_deciding_again()
    {
        await using var store = await Store.NewAsync(postgres);
        Assert.Null(await store.Events.FindAsync(_receipt, TestContext.Current.CancellationToken));
        var first = await store.AppendAsync(Command);

        var found = await store.Events.FindAsync(_receipt, TestContext.Current.CancellationToken);

        Assert.True(found!.Repeated);
        Assert.Equal(first.Events.Select(e => e.Id), found.Events.Select(e => e.Id));
    }

    [Fact]
    public async Task Case_6_an_append_that_lost_leaves_no_receipt()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(A, 0, "raised");

        await Assert.ThrowsAsync<ConflictException>(() => store.AppendAsync(Command));

        Assert.Null(await store.Events.FindAsync(_receipt, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Case_7_a_command_id_used_for_something_else_is_refused()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(Command);
        var other = _receipt with { Fingerprint = "sign off A" };

        await Assert.ThrowsAsync<CommandReusedException>(() => store.AppendAsync(Store.To(A, 1, "signed_off") with { Receipt = other }));
        await Assert.ThrowsAsync<CommandReusedException>(() => store.Events.FindAsync(other, TestContext.Current.CancellationToken));

        Assert.Equal(3, (await store.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_receipt_is_there_for_a_day_and_gone_after_a_while_longer()
    {
        var clock = new MovableClock();
        await using var store = await Store.NewAsync(postgres, clock: clock);
        await store.AppendAsync(Command);

        clock.Now += TimeSpan.FromHours(24);
        await store.AppendAsync(A, 1, "graded");
        Assert.NotNull(await store.Events.FindAsync(_receipt, TestContext.Current.CancellationToken));

        clock.Now += TimeSpan.FromHours(2);
        await store.AppendAsync(A, 2, "graded");
        Assert.Null(await store.Events.FindAsync(_receipt, TestContext.Current.CancellationToken));
    }
}
