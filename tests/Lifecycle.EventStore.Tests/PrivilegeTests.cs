using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests;

public sealed class PrivilegeTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("update lifecycle.mt_events set data = '{}'")]
    [InlineData("update lifecycle.mt_events set is_archived = true")]
    [InlineData("delete from lifecycle.mt_events")]
    [InlineData("truncate lifecycle.mt_events")]
    [InlineData("truncate lifecycle.mt_streams cascade")]
    [InlineData("delete from lifecycle.mt_streams")]
    [InlineData("update lifecycle.mt_streams set tenant_id = 'kent'")]
    [InlineData("update lifecycle.command_receipt set fingerprint = ''")]
    [InlineData("delete from lifecycle.mt_event_progression")]
    [InlineData("insert into lifecycle.migration (component, number, name, sha256) values ('x', 1, 'x', 'x')")]
    [InlineData("alter table lifecycle.mt_events disable row level security")]
    [InlineData("alter table lifecycle.mt_events disable trigger all")]
    [InlineData("drop table lifecycle.mt_events")]
    [InlineData("create table lifecycle.mine (id int)")]
    [InlineData("create or replace function lifecycle.may_see(tenant varchar) returns boolean language sql as 'select true'")]
    [InlineData("create or replace function lifecycle.sees_all() returns boolean language sql as 'select true'")]
    public async Task The_application_is_refused_everything_that_would_change_history(string sql)
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(Guid.NewGuid(), 0, "raised");
        await using var application = await Sql.ApplicationAsync(store, "*");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync(application, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Single(await store.ReadAllAsync());
    }

    [Fact]
    public async Task The_stores_own_connections_keep_the_applications_role_when_they_are_used_again()
    {
        await using var store = await Store.NewAsync(postgres);

        for (var i = 0; i < 3; i++) Assert.Equal("lifecycle_app", await CurrentUserAsync(store));
    }

    [Fact]
    public async Task An_application_with_a_login_of_its_own_needs_no_right_but_the_role()
    {
        var owner = await postgres.CreateDatabaseAsync();
        await using var connection = await Sql.OpenAsync(owner);
        await Sql.ExecuteAsync(connection, "create role plain_login login password 'plain'");
        var login = new NpgsqlConnectionStringBuilder(owner) { Username = "plain_login", Password = "plain" }.ConnectionString;

        await using (var migrating = Database.Open(new(login, OwnerConnectionString: owner)))
            await migrating.MigrateAsync(Migrations.EventStore, TestContext.Current.CancellationToken);
        await using var store = Store.Open(login);
        // Nothing is left to do, so the owner is not needed.
        await store.Database.MigrateAsync(Migrations.EventStore, TestContext.Current.CancellationToken);
        await store.AppendAsync(Guid.NewGuid(), 0, "raised");

        Assert.Single(await store.ReadAllAsync());
        Assert.Equal("lifecycle_app", await CurrentUserAsync(store));
    }

    private static Task<string> CurrentUserAsync(Store store) => store.Database.ReadAsync(
        ReadScope.All, "select current_user::text", _ => { },
        async (reader, token) => await reader.ReadAsync(token) ? reader.GetString(0) : "", TestContext.Current.CancellationToken);
}
