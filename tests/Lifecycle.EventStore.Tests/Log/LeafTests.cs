using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>Every event has its leaf: from the same transaction, whoever stored it.</summary>
public sealed class LeafTests(PostgresFixture postgres)
{
    private const string Leaves = "select index, position, length(hash), length(salts) from lifecycle.ledger_leaf order by index";

    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task A_leaf_is_the_canonical_JSON_of_the_event_as_stored()
    {
        await using var store = await Store.NewAsync(postgres);
        var given = new NewEvent(Guid.NewGuid(), "raised", """{ "z": 1.50, "a": {"c":[1e2,null], "b":"\u00e4\n"} }""", """{"role":"flo","actor":"a1"}""");

        var stored = (await store.AppendAsync(new Append([new(Store.Body, _stream, "recommendation", 0, [given])], [], null, "trace-1"))).Events[0];

        await using var owner = await Sql.OwnerAsync(store);
        var body = (await Sql.LinesAsync(owner, "select convert_from(body, 'UTF8') from lifecycle.ledger_leaf"))[0];
        Assert.Equal(
            $$"""{"correlation":"trace-1","data":{"a":{"b":"ä\n","c":[100,null]},"z":1.5},"headers":{"actor":"a1","role":"flo"},"id":"{{given.Id}}","position":1,"stream":"{{_stream}}","tenant":"west-mercia","timestamp":"{{stored.Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffff}}Z","type":"raised","version":1}""",
            body);
        Assert.Equal(["1"], await Sql.LinesAsync(owner, "select 1 from lifecycle.ledger_leaf where hash = sha256('\\x00'::bytea || body)"));
    }

    [Fact]
    public async Task Leaves_are_numbered_from_nought_in_the_order_of_positions()
    {
        await using var store = await Store.NewAsync(postgres);
        for (var version = 0; version < 40; version++) await store.AppendAsync(_stream, version, "graded");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => store.AppendAsync(Guid.NewGuid(), 0, "raised", "graded")));

        await using var owner = await Sql.OwnerAsync(store);
        Assert.Equal(Enumerable.Range(0, 440).Select(i => $"{i} | {i + 1} | 32 | 0"), await Sql.LinesAsync(owner, Leaves));
    }

    [Fact]
    public async Task Text_that_may_have_to_go_one_day_stands_in_its_leaf_as_a_commitment()
    {
        await using var store = await Store.NewAsync(postgres, options: new() { Erasable = type => type == "graded" ? new("/reason") : Lifecycle.Ledger.ErasableMembers.None });
        await store.AppendAsync(_stream, 0, "raised", "graded", "graded");

        await using var owner = await Sql.OwnerAsync(store);
        Assert.Equal(["0 | 1 | 32 | 0", "1 | 2 | 32 | 32", "2 | 3 | 32 | 32"], await Sql.LinesAsync(owner, Leaves));
        Assert.Equal(["f", "t", "t"], await Sql.LinesAsync(owner, """select (convert_from(body, 'UTF8')::jsonb -> 'data' -> 'reason' ->> '$commitment' is not null)::text::char(1) from lifecycle.ledger_leaf order by index"""));
        Assert.Equal(["2"], await Sql.LinesAsync(owner, "select count(distinct salts) from lifecycle.ledger_leaf where length(salts) > 0"));
    }

    [Theory]
    [InlineData("""{"n":12345678901234567890}""")]
    [InlineData("""{"n":1e400}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"$commitment":"x"}""")]
    public async Task An_event_that_would_not_survive_being_proved_is_refused_alone(string data)
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(_stream, 0, "raised");
        var bad = new Append([new(Store.Body, Guid.NewGuid(), "recommendation", 0, [new(Guid.NewGuid(), "raised", data, "{}")])], []);

        var failed = Record.ExceptionAsync(() => store.AppendAsync(bad));
        var good = store.AppendAsync(Guid.NewGuid(), 0, "raised");

        Assert.IsType<Lifecycle.Ledger.LedgerFormatException>(await failed);
        await good;
        Assert.Equal(2, (await store.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task The_application_sees_the_leaves_of_its_bodies_and_the_hashes_of_all()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(_stream, 0, "raised");
        await using var application = await Sql.ApplicationAsync(store, "kent");

        Assert.Empty(await Sql.LinesAsync(application, "select body from lifecycle.ledger_leaf"));
        Assert.Single(await Sql.LinesAsync(application, "select hash from lifecycle.ledger_hashes(0, 10)"));
        Assert.Equal(["1 | 1"], await Sql.LinesAsync(application, "select * from lifecycle.ledger_end()"));
    }

    [Theory]
    [InlineData("update lifecycle.ledger_leaf set body = ''")]
    [InlineData("delete from lifecycle.ledger_leaf")]
    [InlineData("truncate lifecycle.ledger_leaf")]
    [InlineData("update lifecycle.ledger_tile set root = ''")]
    [InlineData("delete from lifecycle.ledger_checkpoint")]
    [InlineData("update lifecycle.ledger_checkpoint set note = ''")]
    [InlineData("delete from lifecycle.ledger_cosignature")]
    [InlineData("update lifecycle.ledger_key set role = 'log'")]
    [InlineData("update lifecycle.ledger_log set origin = 'x'")]
    [InlineData("delete from lifecycle.ledger_verification")]
    public async Task The_application_may_only_add_to_the_ledger(string sql)
    {
        await using var store = await Store.NewAsync(postgres);
        await using var application = await Sql.ApplicationAsync(store, "*");

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Sql.ExecuteAsync(application, sql));

        Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
