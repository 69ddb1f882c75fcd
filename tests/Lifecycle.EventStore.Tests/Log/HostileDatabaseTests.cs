using Lifecycle.EventStore.Log;
using Lifecycle.Ledger;
using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>What a superuser can do to a database, and by what each of it is caught: alone, or only with a key or checkpoint kept elsewhere.</summary>
public sealed class HostileDatabaseTests(PostgresFixture postgres)
{
    private const string Rehash = "update lifecycle.ledger_leaf set hash = sha256('\\x00'::bytea || body)";

    public static TheoryData<string, string, FindingKind, long> Deeds => new()
    {
        { "deletes an event", "delete from lifecycle.mt_events where seq_id = 4", FindingKind.Removed, 4 },
        { "deletes an event with its leaf", "delete from lifecycle.mt_events where seq_id = 4; delete from lifecycle.ledger_leaf where position = 4", FindingKind.Removed, 3 },
        { "deletes an event and its leaf and closes the row of leaves", "delete from lifecycle.mt_events where seq_id = 4; delete from lifecycle.ledger_leaf where position = 4; update lifecycle.ledger_leaf set index = index - 1 where index = 4; update lifecycle.ledger_leaf set index = index - 1 where index = 5; update lifecycle.ledger_leaf set index = index - 1 where index > 5", FindingKind.Altered, 0 },
        { "renumbers an event", "update lifecycle.mt_events set seq_id = 50 where seq_id = 4", FindingKind.Removed, 4 },
        { "swaps two events", "update lifecycle.mt_events set seq_id = -1 where seq_id = 2; update lifecycle.mt_events set seq_id = 2 where seq_id = 5; update lifecycle.mt_events set seq_id = 5 where seq_id = -1", FindingKind.Reordered, 2 },
        { "swaps two leaves", "update lifecycle.ledger_leaf set index = -1 where index = 2; update lifecycle.ledger_leaf set index = 2 where index = 5; update lifecycle.ledger_leaf set index = 5 where index = -1", FindingKind.Reordered, 0 },
        { "swaps events with their leaves", "update lifecycle.mt_events set seq_id = -1 where seq_id = 2; update lifecycle.mt_events set seq_id = 2 where seq_id = 5; update lifecycle.mt_events set seq_id = 5 where seq_id = -1; update lifecycle.ledger_leaf set index = -1, position = -1 where index = 1; update lifecycle.ledger_leaf set index = 1, position = 2 where index = 4; update lifecycle.ledger_leaf set index = 4, position = 5 where index = -1", FindingKind.Altered, 2 },
        { "inserts an event between", "update lifecycle.mt_events set seq_id = seq_id + 100 where seq_id > 4; delete from lifecycle.ledger_leaf; insert into lifecycle.mt_events select 5, gen_random_uuid(), stream_id, 9, data, bdata, type, timestamp, tenant_id from lifecycle.mt_events where seq_id = 4", FindingKind.Truncated, 0 },
        { "adds an event at the end", "insert into lifecycle.mt_events select 10, gen_random_uuid(), stream_id, 9, data, bdata, type, timestamp, tenant_id from lifecycle.mt_events where seq_id = 4", FindingKind.Unproven, 10 },
        { "copies an event with its leaf to the end", "insert into lifecycle.mt_events select 10, gen_random_uuid(), stream_id, 9, data, bdata, type, timestamp, tenant_id from lifecycle.mt_events where seq_id = 4; insert into lifecycle.ledger_leaf select 9, 10, tenant_id, body, hash, salts from lifecycle.ledger_leaf where index = 3", FindingKind.Altered, 10 },
        { "edits an event", "update lifecycle.mt_events set data = '{\"reason\":\"better\"}' where seq_id = 3", FindingKind.Altered, 3 },
        { "edits who acted", "update lifecycle.mt_events set headers = jsonb_set(headers, '{actor}', '\"b2\"') where seq_id = 3", FindingKind.Altered, 3 },
        { "edits an event with its leaf and the hash", $"update lifecycle.mt_events set type = 'raised' where seq_id = 3; update lifecycle.ledger_leaf set body = convert_to(replace(convert_from(body, 'UTF8'), '\"graded\"', '\"raised\"'), 'UTF8') where position = 3; {Rehash}", FindingKind.Altered, 0 },
        { "passes an event of ours off as taken in", $"update lifecycle.ledger_leaf set body = convert_to(replace(convert_from(body, 'UTF8'), '\"tenant\"', '\"takenIn\":true,\"tenant\"'), 'UTF8') where position = 3; {Rehash}", FindingKind.Altered, 0 },
        { "cuts the end off", "delete from lifecycle.mt_events where seq_id > 5; delete from lifecycle.ledger_leaf where position > 5", FindingKind.Truncated, 5 },
        { "turns an event into a tombstone", "update lifecycle.mt_events set timestamp = '-infinity' where seq_id = 3", FindingKind.Removed, 3 },
        { "moves a stream's version", "update lifecycle.mt_streams set version = 7 where id = (select stream_id from lifecycle.mt_events where seq_id = 3)", FindingKind.Altered, 0 },
        { "lets a key in", "insert into lifecycle.ledger_key select replace(verifier_key, '+', '+x'), 'log', now() from lifecycle.ledger_key limit 1", FindingKind.Malformed, 0 },
        { "renames the log", "update lifecycle.ledger_log set origin = 'lifecycle.example/00000000'", FindingKind.Forked, 0 },
    };

    [Theory]
    [MemberData(nameof(Deeds))]
    public async Task Caught(string deed, string sql, FindingKind kind, long place)
    {
        await using var log = await NineAsync();
        await using var vandal = await Vandal.OfAsync(log);
        await Sql.ExecuteAsync(vandal.Connection, sql);

        var report = await log.VerifyAsync();

        Assert.True(
            report.Findings.Any(finding => finding.Kind == kind && (place == 0 || finding.Position == place || finding.Index == place)),
            $"{deed}: {string.Join("; ", report.Findings.Select(finding => $"{finding.Kind} {finding.Index}/{finding.Position} {finding.Field} {finding.Sentence}"))}");
        Assert.False(report.Holds);
    }

    [Fact]
    public async Task A_copy_put_back_is_caught_only_by_what_was_kept_elsewhere()
    {
        await using var log = await NineAsync();
        await using var vandal = await Vandal.OfAsync(log);
        await Sql.ExecuteAsync(vandal.Connection, """
            delete from lifecycle.mt_events where seq_id > 3; delete from lifecycle.ledger_leaf where position > 3; delete from lifecycle.ledger_checkpoint where size > 3;
            delete from lifecycle.mt_streams s where not exists (select from lifecycle.mt_events e where e.stream_id = s.id)
            """);
        var key = new Trust([VerifierKey.Parse(log.Kept.Keys[0])], [], []);

        Assert.True((await log.VerifyAsync(key)).Holds);
        Assert.Contains((await log.VerifyAsync()).Findings, finding => finding.Kind == FindingKind.Truncated);
    }

    [Fact]
    public async Task Whoever_rewrites_everything_and_signs_it_himself_is_caught_by_the_key_and_by_an_old_receipt()
    {
        await using var log = await NineAsync();
        var (index, body) = (await log.Reads.LeafAsync(ReadScope.All, 5, TestContext.Current.CancellationToken))!.Value;
        var receipt = Lifecycle.Ledger.Receipt.Parse(System.Text.Encoding.UTF8.GetBytes((await log.Reads.ReceiptAsync(index, body, null, TestContext.Current.CancellationToken))!));
        await using var vandal = await Vandal.OfAsync(log);
        await Sql.ExecuteAsync(vandal.Connection, """
            update lifecycle.mt_events set data = '{"reason":"never happened"}' where seq_id = 5;
            delete from lifecycle.ledger_leaf; delete from lifecycle.ledger_tile; delete from lifecycle.ledger_checkpoint; delete from lifecycle.ledger_key
            """);
        var forged = SignedStore.On(log.Store.ConnectionString);
        await using var _ = forged;
        await forged.SignAsync();

        var alone = await log.VerifyAsync(Trust.None);
        Assert.True(alone.Holds);
        Assert.Contains(alone.Findings, finding => finding.Kind == FindingKind.Untrusted);
        var kept = await log.VerifyAsync();
        Assert.Contains(kept.Findings, finding => finding.Kind == FindingKind.ReSigned);
        Assert.Contains(kept.Findings, finding => finding.Kind == FindingKind.Forked);
        var held = await log.VerifyAsync(new Trust([], [], [receipt]));
        Assert.Contains(held.Findings, finding => finding.Kind == FindingKind.Forked && finding.Field == "receipt");
    }

    [Fact]
    public async Task A_forked_log_is_caught_when_two_checkpoints_meet()
    {
        await using var log = await NineAsync();
        var fork = log.Store.ConnectionString.Replace("Database=", "Database=fork_", StringComparison.Ordinal);
        await Sql.ExecuteAsync(await Sql.OpenAsync(postgres.ConnectionString), $"create database {new NpgsqlConnectionStringBuilder(fork).Database} template {await ClosedAsync(log)}");
        await log.AppendAsync(3);
        var mine = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(await log.SignAsync()));
        await using var other = SignedStore.On(fork);
        other.Checkpointer = new(other.Store.Events, other.Settings with { KeyFile = log.Settings.KeyFile, Key = await File.ReadAllTextAsync(log.Settings.KeyFile!, TestContext.Current.CancellationToken) }, TimeProvider.System);
        await other.AppendAsync(3);

        var shown = await other.VerifyAsync(new Trust([VerifierKey.Parse(log.Kept.Keys[0])], [mine], []));

        Assert.Contains(shown.Findings, finding => finding.Kind == FindingKind.Forked);
        Assert.Contains("are not those that were signed", (await Assert.ThrowsAsync<CheckpointRefusedException>(other.SignAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_honest_gap_and_a_late_event_are_named_and_hold()
    {
        await using var log = await NineAsync();
        await using var foreign = await Sql.OwnerAsync(log.Store);
        await Sql.LinesAsync(foreign, "select setval('lifecycle.mt_events_sequence', 19)");
        await ForeignWriter.AppendAsync(foreign, Guid.NewGuid(), 1);
        await log.SignAsync();
        await ForeignWriter.AppendAsync(foreign, Guid.NewGuid(), 1, position: 15);
        await log.SignAsync();

        var report = await log.VerifyAsync();

        Assert.True(report.Holds);
        Assert.Equal([(FindingKind.Gap, 10L), (FindingKind.Late, 15L)], report.Findings.Select(finding => (finding.Kind, finding.Position!.Value)));
        Assert.Equal(2, report.Foreign);
    }

    // Nine events, and a checkpoint for each three.
    private async Task<SignedStore> NineAsync()
    {
        var log = await SignedStore.NewAsync(postgres);
        for (var turn = 0; turn < 3; turn++)
        {
            await log.AppendAsync(3);
            await log.SignAsync();
        }

        return log;
    }

    private static async Task<string> ClosedAsync(SignedStore log)
    {
        await using var owner = await Sql.OwnerAsync(log.Store);
        await Sql.LinesAsync(owner, "select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(log.Store.ConnectionString).Database!;
    }
}
