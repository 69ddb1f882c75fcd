using System.Globalization;
using System.Text.RegularExpressions;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>Events that came by another way get their leaves too, and are told apart.</summary>
public sealed class CatchUpTests(PostgresFixture postgres)
{
    private const string Leaves = "select index, position, case convert_from(body, 'UTF8')::json ->> 'takenIn' when 'true' then 'taken in' else 'ours' end from lifecycle.ledger_leaf order by index";

    private static readonly Guid A = Guid.NewGuid();
    private static readonly Guid B = Guid.NewGuid();
    private static readonly Guid C = Guid.NewGuid();

    [Fact]
    public async Task What_another_program_stored_comes_before_our_next_append()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        await store.AppendAsync(A, 0, "raised");
        await ForeignWriter.AppendAsync(foreign, B, 1);
        await ForeignWriter.AppendAsync(foreign, B, 2);

        await store.AppendAsync(A, 1, "graded");
        await store.AppendAsync(A, 2, "graded");

        Assert.Equal(
            ["0 | 1 | ours", "1 | 2 | taken in", "2 | 3 | taken in", "3 | 4 | ours", "4 | 5 | ours"], await Sql.LinesAsync(foreign, Leaves));
    }

    [Fact]
    public async Task A_gap_in_positions_stays_a_gap_and_leaves_are_numbered_on()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        await store.AppendAsync(A, 0, "raised");
        await Sql.LinesAsync(foreign, "select setval('lifecycle.mt_events_sequence', 7)");
        await ForeignWriter.AppendAsync(foreign, B, 1);

        await store.AppendAsync(A, 1, "graded");

        Assert.Equal(["0 | 1 | ours", "1 | 8 | taken in", "2 | 9 | ours"], await Sql.LinesAsync(foreign, Leaves));
    }

    [Fact]
    public async Task A_tombstone_gets_no_leaf_and_holds_nobody_up()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        await ForeignWriter.AppendAsync(foreign, B, 1);
        await Sql.ExecuteAsync(foreign, "update lifecycle.mt_events set type = 'tombstone', timestamp = '-infinity' where seq_id = 1");

        for (var version = 0; version < 3; version++) await store.AppendAsync(A, version, "graded");

        Assert.Equal(["0 | 2 | ours", "1 | 3 | ours", "2 | 4 | ours"], await Sql.LinesAsync(foreign, Leaves));
    }

    [Fact]
    public async Task An_event_that_came_to_light_late_is_taken_in_after_those_before_it()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        for (var version = 0; version < 3; version++) await store.AppendAsync(A, version, "graded");
        await Sql.LinesAsync(foreign, "select setval('lifecycle.mt_events_sequence', 8)");
        await ForeignWriter.AppendAsync(foreign, C, 1);
        await store.AppendAsync(A, 3, "graded");
        await ForeignWriter.AppendAsync(foreign, B, 1, position: 5);

        await CatchUpAsync(store);
        await store.AppendAsync(A, 4, "graded");
        await store.AppendAsync(A, 5, "graded");

        Assert.Equal(["3 | 9 | taken in", "4 | 10 | ours", "5 | 5 | taken in", "6 | 11 | ours", "7 | 12 | ours"], (await Sql.LinesAsync(foreign, Leaves))[3..]);
    }

    [Fact]
    public async Task Numbers_that_JSON_does_not_keep_stand_in_the_leaf_as_the_text_of_what_is_stored()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(store);
        await ForeignWriter.AppendAsync(foreign, B, 1);
        await Sql.ExecuteAsync(foreign, """update lifecycle.mt_events set data = '{"n": 12345678901234567890}', mt_dotnet_type = 'X, Y', causation_id = 'c'""");

        await CatchUpAsync(store);

        Assert.Equal(
            ["""{"n": 12345678901234567890} | X, Y | c"""],
            await Sql.LinesAsync(foreign, "select b -> 'data' ->> '$text', b ->> 'dotnetType', b ->> 'causation' from (select convert_from(body, 'UTF8')::jsonb b from lifecycle.ledger_leaf)"));
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_gets_a_leaf_for_every_event_it_has()
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(new Append([.. Enumerable.Range(0, 5000).Select(_ => Store.Part(Guid.NewGuid(), 0, "raised"))], []));
        await using var owner = await Sql.OwnerAsync(store);
        await Sql.ExecuteAsync(owner, "truncate lifecycle.ledger_leaf");
        var reports = new List<Lifecycle.EventStore.Log.CatchUpProgress>();

        await CatchUpAsync(store, new Listener(reports));

        Assert.Equal(["5000 | 4999 | 5000"], await Sql.LinesAsync(owner, "select count(*), max(index), max(position) from lifecycle.ledger_leaf"));
        Assert.Equal([2000, 4000, 5000], reports.Select(r => r.Events));
        Assert.Equal(["5000"], await Sql.LinesAsync(owner, "select count(*) from lifecycle.ledger_leaf where index = position - 1 and hash = sha256('\\x00'::bytea || body)"));
    }

    [Theory]
    [InlineData("catch_up_due.sql", "1000")]
    [InlineData("catch_up.sql", "19000, 2000")]
    public async Task What_is_missing_is_sought_among_the_last_leaves_and_not_among_all_of_them(string file, string values)
    {
        await using var store = await Store.NewAsync(postgres);
        await store.AppendAsync(new Append([.. Enumerable.Range(0, 20_000).Select(_ => Store.Part(Guid.NewGuid(), 0, "raised"))], []));
        await using var owner = await Sql.OwnerAsync(store);
        await Sql.ExecuteAsync(owner, "analyze lifecycle.mt_events, lifecycle.ledger_leaf");
        // As the service asks, whose role sees only what its policies let it see: they change what PostgreSQL expects to find.
        await using var service = await Sql.ApplicationAsync(store, "*");
        // What PostgreSQL takes for the cheapest way in a register of millions, though not yet in this one.
        await Sql.ExecuteAsync(service, "select set_config(name, 'off', false) from unnest(array['enable_mergejoin', 'enable_hashjoin']) name");
        using var text = new StreamReader(typeof(EventStore).Assembly.GetManifestResourceStream(file)!);
        await Sql.ExecuteAsync(service, $"prepare asked as {await text.ReadToEndAsync(TestContext.Current.CancellationToken)}");

        var plan = await Sql.LinesAsync(service, $"explain (analyze, costs off, timing off, buffers off, summary off) execute asked({values})");

        // Those that a filter threw away were read too.
        var most = plan.SelectMany(line => Regex.Matches(line, @"(?:actual rows=|Removed by Filter: )(\d+)")).Max(rows => int.Parse(rows.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.Equal(1000, most);
    }

    private static Task<long> CatchUpAsync(Store store, IProgress<Lifecycle.EventStore.Log.CatchUpProgress>? progress = null) =>
        store.Events.CatchUpAsync(progress, TestContext.Current.CancellationToken);

    private sealed class Listener(List<Lifecycle.EventStore.Log.CatchUpProgress> reports) : IProgress<Lifecycle.EventStore.Log.CatchUpProgress>
    {
        public void Report(Lifecycle.EventStore.Log.CatchUpProgress value) => reports.Add(value);
    }
}
