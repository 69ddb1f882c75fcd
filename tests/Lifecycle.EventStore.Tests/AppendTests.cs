using System.Text;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

public sealed class AppendTests(PostgresFixture postgres)
{
    private static readonly Guid A = Guid.NewGuid();
    private static readonly Guid B = Guid.NewGuid();

    [Fact]
    public async Task Case_1_an_append_stores_all_of_its_events_in_all_of_its_streams()
    {
        await using var store = await Store.NewAsync(postgres);
        var append = new Append([Store.Part(A, 0, "raised", "graded"), Store.Part(B, 0, "raised")], [], CorrelationId: "trace");

        var appended = await store.AppendAsync(append);

        Assert.False(appended.Repeated);
        Assert.Equal([(1L, A, 1L), (2L, A, 2L), (3L, B, 1L)], appended.Events.Select(e => (e.Position, e.Stream, e.Version)));
        var read = await store.ReadAllAsync();
        Assert.Equal(appended.Events.Select(Facts), read.Select(Facts));
        Assert.Equal("""{"reason": "tested"}""", Encoding.UTF8.GetString(read[0].Data.Span));
        Assert.Equal("""{"actor": "a1"}""", Encoding.UTF8.GetString(read[0].Headers.Span));
        Assert.Equal(3, await store.Events.HeadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Case_1_an_append_that_conflicts_in_one_stream_stores_nothing_in_the_other()
    {
        await using var store = await Store.NewAsync(postgres);

        await Assert.ThrowsAsync<ConflictException>(
            () => store.AppendAsync(new Append([Store.Part(A, 0, "raised"), Store.Part(B, 7, "graded")], [])));

        Assert.Empty(await store.ReadAllAsync());
        Assert.Equal(1, (await store.AppendAsync(A, 0, "raised")).Events[0].Position);
    }

    [Fact]
    public async Task Case_3_versions_count_from_one_and_an_append_names_the_one_it_was_decided_on()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(A, 0, "raised", "graded");

        await store.AppendAsync(A, 2, "signed_off");

        Assert.Equal([(1L, "raised"), (2L, "graded"), (3L, "signed_off")], (await store.ReadAsync(A)).Select(e => (e.Version, e.Type)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Case_4_an_append_decided_on_another_version_is_a_conflict_that_names_the_actual_one(long expected)
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(A, 0, "raised", "graded");

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => store.AppendAsync(A, expected, "signed_off"));

        Assert.Equal((Store.Body, A, expected, 2L), (conflict.Tenant, conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Equal(2, (await store.ReadAsync(A)).Count);
    }

    [Fact]
    public async Task Case_5_an_append_that_relied_on_a_stream_which_has_moved_is_a_conflict()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(A, 0, "raised");
        await store.AppendAsync(B, 0, "raised");
        await store.AppendAsync(B, 1, "reopened");

        var conflict = await Assert.ThrowsAsync<ConflictException>(
            () => store.AppendAsync(new Append([Store.Part(A, 1, "signed_off")], [new(Store.Body, B, 1)])));
        await store.AppendAsync(new Append([Store.Part(A, 1, "signed_off")], [new(Store.Body, B, 2)]));

        Assert.Equal((B, 1L, 2L), (conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Equal(2, (await store.ReadAsync(A)).Count);
    }

    [Fact]
    public async Task A_malformed_append_is_refused_before_it_is_accepted()
    {
        await using var store = await Store.NewAsync(postgres);

        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(new Append([], [])));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(A, 0));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(new Append([Store.Part(A, 0, "x"), Store.Part(A, 1, "x")], [])));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(new Append([Store.Part(A, 0, "x") with { Tenant = "*" }], [])));
        await Assert.ThrowsAsync<ArgumentException>(() => store.AppendAsync(new Append([Store.Part(A, 0, "x") with { Tenant = "kent,avon" }], [])));
    }

    private static object Facts(StoredEvent e) => (e.Position, e.Id, e.Tenant, e.Stream, e.Version, e.Type, e.Timestamp, e.CorrelationId);
}
