using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

/// <summary>What a writer remembers of streams never becomes an answer that the database would not give.</summary>
public sealed class RememberedTests(PostgresFixture postgres) : IDisposable
{
    private readonly Guid _stream = Guid.NewGuid();
    private readonly ManualResetEventSlim _entered = new();
    private readonly ManualResetEventSlim _gate = new();
    private bool _hold;

    [Fact]
    public async Task A_version_that_another_store_reached_is_no_conflict_beside_other_appends()
    {
        await using var ours = await HeldAsync();
        await using var theirs = Store.Open(ours.ConnectionString);
        await theirs.AppendAsync(_stream, 3, "graded", "graded");
        for (var n = 0; n < 3; n++) await ours.AppendAsync(Guid.NewGuid(), 0, "raised");

        await TogetherAsync(ours, Store.To(_stream, 5, "signed_off"), Store.To(Guid.NewGuid(), 0, "raised"));

        Assert.Equal(6, (await ours.ReadAsync(_stream)).Count);
    }

    [Fact]
    public async Task A_repeat_is_no_conflict_beside_other_appends()
    {
        await using var ours = await HeldAsync();
        var command = Store.To(_stream, 3, "evidence_submitted") with { Receipt = new(Guid.NewGuid(), "submit") };
        var first = await ours.AppendAsync(command);
        await ours.AppendAsync(_stream, 4, "graded");

        var outcomes = await TogetherAsync(ours, command, Store.To(Guid.NewGuid(), 0, "raised"));

        Assert.True(outcomes[0].Repeated);
        Assert.Equal(first.Events[0].Id, outcomes[0].Events[0].Id);
    }

    [Fact]
    public async Task A_lost_race_is_a_conflict_beside_other_appends_although_it_has_a_receipt()
    {
        await using var ours = await HeldAsync();
        var late = Store.To(_stream, 2, "graded") with { Receipt = new(Guid.NewGuid(), "grade") };

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => TogetherAsync(ours, Store.To(Guid.NewGuid(), 0, "raised"), late));

        Assert.Equal((2, 3), (conflict.Expected, conflict.Actual));
    }

    public void Dispose()
    {
        _entered.Dispose();
        _gate.Dispose();
    }

    // It wrote three events of the stream and was alone since, so that it plans on what it remembers.
    private async Task<Store> HeldAsync()
    {
        var store = await Store.NewAsync(postgres, (appended, writes) =>
        {
            if (_hold) Projections.Wait(_entered, _gate)(appended, writes);
        });
        for (var version = 0; version < 3; version++) await store.AppendAsync(_stream, version, "graded");
        return store;
    }

    // They gather while the writer is held by an append before them.
    private async Task<Appended[]> TogetherAsync(Store store, params Append[] appends)
    {
        _hold = true;
        var before = store.AppendAsync(Guid.NewGuid(), 0, "raised");
        _entered.Wait(TestContext.Current.CancellationToken);
        _hold = false;
        var gathered = appends.Select(store.AppendAsync).ToList();
        _gate.Set();
        await before;
        return await Task.WhenAll(gathered);
    }
}
