using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

public sealed class RowSecurityTests(PostgresFixture postgres)
{
    private static readonly Guid A = Guid.NewGuid();

    [Fact]
    public async Task Case_15_a_read_returns_only_events_of_bodies_in_its_scope()
    {
        await using var store = await FilledAsync();

        Assert.Equal(["kent", "avon", "west-mercia"], await TenantsAsync(store, ReadScope.All));
        Assert.Equal(["kent"], await TenantsAsync(store, ReadScope.Of(["kent"])));
        Assert.Equal(["avon", "west-mercia"], (await TenantsAsync(store, ReadScope.Of(["west-mercia", "avon"]))));
        Assert.Empty(await TenantsAsync(store, ReadScope.Of([])));
        Assert.Empty(await TenantsAsync(store, ReadScope.Of(["ken"])));
        Assert.Empty(await store.Events.ReadStreamAsync(ReadScope.Of(["avon"]), "kent", A, TestContext.Current.CancellationToken));
        Assert.Single(await store.Events.ReadStreamAsync(ReadScope.Of(["kent"]), "kent", A, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("kent,avon")]
    [InlineData("")]
    public void A_scope_cannot_be_widened_by_what_a_body_is_called(string body) =>
        Assert.Throws<ArgumentException>(() => ReadScope.Of([body]));

    [Fact]
    public async Task A_transaction_that_names_no_body_sees_nothing()
    {
        await using var store = await FilledAsync();
        await using var application = await Sql.ApplicationAsync(store, bodies: null);

        Assert.Equal(["0 | 0"], await Sql.LinesAsync(
            application, "select (select count(*) from lifecycle.mt_events), (select count(*) from lifecycle.mt_streams)"));
    }

    [Fact]
    public async Task A_scope_ends_with_its_query()
    {
        await using var store = await FilledAsync();
        await TenantsAsync(store, ReadScope.All);

        Assert.Empty(await TenantsAsync(store, ReadScope.Of([])));
    }

    [Theory]
    [InlineData("insert into lifecycle.mt_streams (tenant_id, id, version) values ('kent', gen_random_uuid(), 1)")]
    [InlineData("insert into lifecycle.mt_events (seq_id, id, stream_id, version, data, type, tenant_id) select 99, gen_random_uuid(), $1, 2, '{}', 'raised', 'kent'")]
    public async Task A_transaction_cannot_write_for_a_body_that_it_does_not_name(string sql)
    {
        await using var store = await FilledAsync();
        await using var application = await Sql.ApplicationAsync(store, "avon,west-mercia");

        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => sql.Contains('$', StringComparison.Ordinal) ? Sql.ExecuteAsync(application, sql, A) : Sql.ExecuteAsync(application, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await using var allowed = await Sql.ApplicationAsync(store, "kent");
        Assert.Equal(1, sql.Contains('$', StringComparison.Ordinal) ? await Sql.ExecuteAsync(allowed, sql, A) : await Sql.ExecuteAsync(allowed, sql));
    }

    [Fact]
    public async Task A_transaction_cannot_move_a_stream_that_it_does_not_see()
    {
        await using var store = await FilledAsync();
        await using var application = await Sql.ApplicationAsync(store, "avon");

        Assert.Equal(1, await Sql.ExecuteAsync(application, "update lifecycle.mt_streams set version = 7"));
    }

    [Fact]
    public async Task The_next_position_counts_events_that_the_writer_may_not_see()
    {
        await using var store = await FilledAsync();

        Assert.Equal(4, (await store.AppendAsync(Guid.NewGuid(), 0, "raised")).Events[0].Position);
    }

    private async Task<Store> FilledAsync()
    {
        var store = await Store.NewAsync(postgres);
        foreach (var body in new[] { "kent", "avon", "west-mercia" })
            await store.AppendAsync(new Append([Store.Part(A, 0, "raised") with { Tenant = body }], []));
        return store;
    }

    private static async Task<IEnumerable<string>> TenantsAsync(Store store, ReadScope scope) =>
        (await store.ReadAllAsync(scope)).Select(e => e.Tenant);
}
