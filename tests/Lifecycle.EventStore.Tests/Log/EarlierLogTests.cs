using System.Globalization;
using Lifecycle.Ledger;
using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>
/// A log from before leaves said that they were taken in holds as it is. Leaves of other programs' events had no member takenIn,
/// and {} where there were no headers; ours never had a type of .NET, by which they are known.
/// </summary>
public sealed class EarlierLogTests(PostgresFixture postgres)
{
    private const int StepsThen = 26;

    [Fact]
    public async Task It_is_signed_on_and_verified_after_the_upgrade()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await using var owner = await Sql.OwnerAsync(log.Store);
        await log.AppendAsync(1);
        await log.SignAsync();
        await AddForeignAsync(owner, index: 1, position: 5);
        await AddForeignAsync(owner, index: 2, position: 3);
        await PutBackAsync(owner);

        await log.Store.Database.MigrateAsync(Migrations.EventStore, TestContext.Current.CancellationToken);
        await log.SignAsync();
        await log.AppendAsync(1);
        await log.SignAsync();

        var report = await log.VerifyAsync();
        Assert.Equal([FindingKind.Gap, FindingKind.Late], report.Findings.Select(finding => finding.Kind));
        Assert.Equal((true, 4, 3), (report.Holds, report.Signed, report.Checkpoints));
    }

    [Fact]
    public async Task What_is_changed_in_it_is_found()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await using var owner = await Sql.OwnerAsync(log.Store);
        await AddForeignAsync(owner, index: 0, position: 1);
        await log.SignAsync();

        await Sql.ExecuteAsync(owner, """update lifecycle.mt_events set headers = '{"a":1}' where seq_id = 1""");

        Assert.Contains((await log.VerifyAsync()).Findings, finding => finding is { Condemns: true, Position: 1, Field: "/headers/a" });
    }

    // An event and its leaf as it was written then.
    private static async Task AddForeignAsync(NpgsqlConnection owner, long index, long position)
    {
        await ForeignWriter.AppendAsync(owner, Guid.NewGuid(), 1, position);
        var row = (await Sql.LinesAsync(owner, "update lifecycle.mt_events set mt_dotnet_type = 'X, Y' where seq_id = $1 returning id, stream_id, extract(epoch from timestamp) * 10000000", position))[0].Split(" | ");
        var at = DateTimeOffset.UnixEpoch.AddTicks((long)decimal.Parse(row[2], CultureInfo.InvariantCulture));
        var leaf = Leaf.Write(
            new(position, Guid.Parse(row[0]), Guid.Parse(row[1]), 1, "graded_elsewhere", at, Store.Body, "X, Y", null, null, "{}"u8.ToArray(), "{}"u8.ToArray()), ErasableMembers.None, _ => { });
        await Sql.ExecuteAsync(owner, "insert into lifecycle.ledger_leaf values ($1, $2, $3, $4, $5, $6)", index, position, Store.Body, leaf.Body, leaf.Hash, leaf.Salts);
    }

    private static Task<int> PutBackAsync(NpgsqlConnection owner) => Sql.ExecuteAsync(owner, $"""
        alter table lifecycle.ledger_leaf add source varchar not null default 'append';
        alter table lifecycle.ledger_checkpoint add signed_at timestamptz not null default now();
        drop function lifecycle.await_end(int, int, bigint);
        delete from lifecycle.migration where component = 'event-store' and number > {StepsThen}
        """);
}
