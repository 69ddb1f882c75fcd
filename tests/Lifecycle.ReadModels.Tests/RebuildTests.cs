using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;

namespace Lifecycle.ReadModels.Tests;

public sealed class RebuildTests(RandomRegister register) : IClassFixture<RandomRegister>
{
    // Everything that makes the table what it is, apart from its rows.
    private const string Definition = """
        select format('%s %s %s %s', column_name, data_type, is_nullable, generation_expression) from information_schema.columns
            where table_schema = 'lifecycle'
        union all select indexdef from pg_indexes where schemaname = 'lifecycle'
        union all select format('%s %s', relname, relacl) from pg_class where relnamespace = 'lifecycle'::regnamespace and relkind = 'r'
        union all select format('%s %s %s %s %s', tablename, policyname, cmd, qual, with_check) from pg_policies where schemaname = 'lifecycle'
        union all select format('%s secured', relname) from pg_class where relnamespace = 'lifecycle'::regnamespace and relrowsecurity
        union all select conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'lifecycle'::regnamespace
        order by 1
        """;

    private Database Database => register.World.Database;

    public static TheoryData<string> Names => [.. AllReadModels.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rebuilt_equals_live_row_for_row_with_the_same_indexes_rights_and_policies(string name)
    {
        var (rows, definition) = (await Rows.OfAsync(Database, name), await Rows.QueryAsync(Database, Definition));
        Assert.NotEmpty(rows);

        await Rebuild.RunAsync(Database, [name], null, Cancel);

        Assert.Equal(rows, await Rows.OfAsync(Database, name));
        Assert.Equal(definition, await Rows.QueryAsync(Database, Definition));
    }

    [Fact]
    public async Task What_stands_is_the_last_row_of_each_record_in_the_register()
    {
        const string Row = "select format('%s %s %s %s %s', stream_id, tenant_id, valid_from, known_from, census)";
        var last = await Rows.QueryAsync(
            Database, $"{Row} from lifecycle.recommendation_interval where valid_to = 'infinity' and known_to = 'infinity' order by 1");
        Assert.True(last.Count > 1000, $"There are only {last.Count} records.");
        Assert.Equal(last, await Rows.QueryAsync(Database, $"{Row} from lifecycle.standing_record order by 1"));
    }

    [Fact]
    public async Task The_service_reads_and_writes_while_everything_is_rebuilt()
    {
        var world = register.World;
        var life = world.Records.First(life => Recommendation.Fold(life.Events)!.Status.IsOpen());
        var owners = 0;
        var rebuilding = Rebuild.RunAsync(Database, [], null, Cancel);
        while (!rebuilding.IsCompleted)
        {
            await world.DoAsync(life.Raised.Reference, world.By(Role.Flo, life.Tenant), new AllocateOwner($"post-{++owners}"));
            var read = await Register.SearchAsync(
                Database, new(), ReadScope.All, new(Owner: $"post-{owners}", Bodies: [life.Tenant]), world.Now, RegisterSort.Due, new(), Cancel);
            Assert.Contains(read.Items, row => row.Reference == life.Raised.Reference);
        }

        await rebuilding;
        Assert.True(owners > 5, "The rebuild was over before anybody worked.");
        foreach (var name in AllReadModels.Names)
        {
            var live = await Rows.OfAsync(Database, name);
            await Rebuild.RunAsync(Database, [name], null, Cancel);
            Assert.Equal(live, await Rows.OfAsync(Database, name));
        }
    }

    [Fact]
    public async Task Progress_ends_with_every_event()
    {
        var reports = new List<RebuildProgress>();
        await Rebuild.RunAsync(Database, ["audit_history"], new Listener(reports), Cancel);
        Assert.Equal(register.World.Lives.Sum(life => life.Events.Count), reports[^1].Events);
        Assert.Equal(reports[^1].Events, reports[^1].Of);
    }

    [Fact]
    public async Task An_unknown_name_says_which_there_are()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Rebuild.RunAsync(Database, ["register"], null, Cancel));
        Assert.Contains("recommendation_interval", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_rebuild_leaves_nothing_behind()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Rebuild.RunAsync(Database, [], new Canceller(cancel), cancel.Token));
        Assert.Empty(await Rows.QueryAsync(Database, "select nspname::text from pg_namespace where nspname = 'lifecycle_rebuild'"));
    }

    [Fact]
    public async Task A_second_rebuild_at_the_same_time_is_refused_and_the_first_goes_on()
    {
        var second = new Second(Database);
        await Rebuild.RunAsync(Database, ["audit_history"], second, Cancel);
        Assert.Contains("Another rebuild is running", Assert.IsType<RebuildRunningException>(second.Failed).Message, StringComparison.Ordinal);
        await Rebuild.RunAsync(Database, ["audit_history"], null, Cancel);
    }

    [Fact]
    public async Task Averages_keep_every_digit_that_was_printed()
    {
        decimal?[] printed = [0m, 0.00m, 0.05m, 12.5m, 10_000m, 123_456_789.0001m, 999_999_999_999_999m];
        foreach (var (number, count) in printed.Index())
        {
            await register.World.DeclareAsync(new($"average-{number}", new(SubjectKind.NationalAverage, null), register.World.Clock.Today(),
                new Dictionary<RecordKind, decimal?> { [RecordKind.Recommendation] = count }, "paper"));
        }

        var live = await Rows.OfAsync(Database, "declared_position");
        await Rebuild.RunAsync(Database, ["declared_position"], null, Cancel);
        Assert.Equal(live, await Rows.OfAsync(Database, "declared_position"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class Listener(List<RebuildProgress> reports) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => reports.Add(value);
    }

    private sealed class Canceller(CancellationTokenSource cancel) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => cancel.Cancel();
    }

    // Starts, and has to end, while the first one waits for its progress to be heard.
    private sealed class Second(Database database) : IProgress<RebuildProgress>
    {
        public Exception? Failed { get; private set; }

        public void Report(RebuildProgress value) =>
            Failed ??= Record.ExceptionAsync(() => Rebuild.RunAsync(database, ["audit_history"], null, Cancel)).AsTask().GetAwaiter().GetResult();
    }
}
