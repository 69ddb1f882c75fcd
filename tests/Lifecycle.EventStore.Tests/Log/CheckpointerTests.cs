using Lifecycle.EventStore.Log;
using Lifecycle.Ledger;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>Signs what is stored, and never two things that contradict each other.</summary>
public sealed class CheckpointerTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_checkpoint_is_of_every_leaf_and_signed_by_the_key_of_the_log()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(7);

        var note = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(await log.SignAsync()));

        var checkpoint = Checkpoint.Parse(note.Text);
        Assert.StartsWith("lifecycle.example/", checkpoint.Origin, StringComparison.Ordinal);
        Assert.Equal((7, checkpoint.Origin), (checkpoint.Size, note.Signatures[0].Name));
        Assert.Single(note.Check(log.Kept.Keys.Select(VerifierKey.Parse)).Good);
        Assert.True((await log.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task Without_anything_new_the_last_one_stands()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(2);

        Assert.Equal(await log.SignAsync(), await log.SignAsync());
        await log.AppendAsync(1);
        Assert.Contains("\n3\n", await log.SignAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_program_stored_is_taken_in_before_it_is_signed_for()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await using var foreign = await Sql.OwnerAsync(log.Store);
        await ForeignWriterTests.AppendAsync(foreign, Guid.NewGuid(), 1);

        Assert.Contains("\n1\n", await log.SignAsync(), StringComparison.Ordinal);

        var report = await log.VerifyAsync();
        Assert.Equal((true, 1), (report.Holds, report.Foreign));
    }

    [Fact]
    public async Task Trees_of_many_sizes_are_signed_and_proved_from_tiles()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        var sizes = new List<long>();
        foreach (var more in (int[])[0, 1, 1, 5, 120, 128, 1, 1, 255, 256, 300])
        {
            if (more > 0) await log.AppendAtOnceAsync(more);
            sizes.Add(Checkpoint.Parse(SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(await log.SignAsync())).Text).Size);
        }

        await using var owner = await Sql.OwnerAsync(log.Store);
        Assert.Equal(["0 | 4"], await Sql.LinesAsync(owner, "select level, count(*) from lifecycle.ledger_tile group by level"));
        var roots = new Dictionary<long, byte[]>();
        await using var connection = await log.Store.Database.OpenOwnerConnectionAsync(Cancel);
        foreach (var note in await Sql.LinesAsync(owner, "select convert_from(note, 'UTF8') from lifecycle.ledger_checkpoint"))
            roots.Add(long.Parse(note.Split('\n')[1], System.Globalization.CultureInfo.InvariantCulture), Convert.FromBase64String(note.Split('\n')[2]));
        foreach (var (from, to) in sizes.SelectMany(_ => sizes, (from, to) => (from, to)).Where(pair => pair.from <= pair.to))
            Assert.True(Proofs.Continues(from, roots[from], to, roots[to], (await log.Reads.ConsistencyAsync(from, to, Cancel))!), $"{from} to {to}");
        foreach (var position in (long[])[1, 2, 255, 256, 257, 512, 769, 1068])
        {
            var (index, body) = (await log.Reads.LeafAsync(ReadScope.All, position, Cancel))!.Value;
            Assert.True(Lifecycle.Ledger.Receipt.Parse(System.Text.Encoding.UTF8.GetBytes((await log.Reads.ReceiptAsync(index, body, null, Cancel))!)).Holds());
        }

        Assert.True((await log.VerifyAsync()).Holds);
    }

    [Fact]
    public async Task A_database_that_was_put_back_is_not_signed_and_goes_on_storing()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(6);
        await log.SignAsync();
        await using var owner = await Sql.OwnerAsync(log.Store);
        await Sql.ExecuteAsync(owner, "delete from lifecycle.ledger_checkpoint; delete from lifecycle.ledger_leaf where index > 3; delete from lifecycle.mt_events where seq_id > 4");

        var refused = await Assert.ThrowsAsync<CheckpointRefusedException>(log.SignAsync);
        await log.AppendAsync(1);

        Assert.Contains("put back to an earlier state", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, log.Checkpointer.Refusal);
        Assert.Equal(["checkpointer | sign | False"], await Sql.LinesAsync(owner, "select actor, what, holds from lifecycle.ledger_verification"));
    }

    [Fact]
    public async Task A_history_that_was_rewritten_is_not_signed()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(6);
        await log.SignAsync();
        await using var owner = await Sql.OwnerAsync(log.Store);
        await Sql.ExecuteAsync(owner, "delete from lifecycle.ledger_checkpoint; update lifecycle.ledger_leaf set hash = sha256('x') where index = 2");
        await log.AppendAsync(6);

        Assert.Contains("are not those that were signed", (await Assert.ThrowsAsync<CheckpointRefusedException>(log.SignAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_signs_on_and_the_old_one_still_verifies_what_it_signed()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(2);
        await log.SignAsync();
        File.Delete(log.Settings.KeyFile!);
        await log.AppendAsync(2);
        await log.SignAsync();

        Assert.Equal(2, log.Kept.Keys.Count);
        var report = await log.VerifyAsync();
        Assert.Equal((true, 2), (report.Holds, report.Checkpoints));
        var first = new Trust([VerifierKey.Parse(log.Kept.Keys[0])], [], []);
        Assert.Contains((await log.VerifyAsync(first)).Findings, finding => finding.Kind == FindingKind.ReSigned);
    }

    [Fact]
    public async Task A_stranger_with_a_key_of_his_own_does_not_sign_on()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(2);
        await log.SignAsync();
        await using (var stranger = SignedStore.On(log.Store.ConnectionString))
        {
            await stranger.AppendAsync(2);
            await stranger.SignAsync();
        }

        await log.AppendAsync(2);

        Assert.Contains("a key that is not the log's", (await Assert.ThrowsAsync<CheckpointRefusedException>(log.SignAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_processes_sign_one_log_while_everybody_writes()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.SignAsync();
        await using var other = Store.Open(log.Store.ConnectionString);
        using var beside = new Checkpointer(other.Events, log.Settings, TimeProvider.System);
        for (var round = 0; round < 3; round++)
        {
            var writing = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => (log.Store, other)).SelectMany(both => new[] { both.Store, both.other })
                .Select(store => store.AppendAsync(Guid.NewGuid(), 0, "raised")));
            while (!writing.IsCompleted) await BothSignAsync();
            await writing;
            await BothSignAsync();
        }

        Assert.Contains("\n600\n", await log.SignAsync(), StringComparison.Ordinal);
        var report = await log.VerifyAsync();
        Assert.Equal((true, 600), (report.Holds, report.Signed));
        Assert.True(report.Checkpoints > 2);

        Task BothSignAsync() => Task.WhenAll(log.SignAsync(), beside.SignAsync(Cancel));
    }

    [Fact]
    public async Task While_it_runs_no_event_waits_a_second_for_its_checkpoint()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = log.Checkpointer.RunAsync(failed => Assert.Fail(failed.Message), stop.Token);
        for (var turn = 1; turn <= 3; turn++)
        {
            await log.AppendAsync(1);
            var stored = DateTime.UtcNow;
            while (await log.Reads.CheckpointAsync(Cancel) is var note && note?.Contains($"\n{turn}\n", StringComparison.Ordinal) != true) await Task.Delay(10, Cancel);
            Assert.InRange(DateTime.UtcNow - stored, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Witnesses_that_are_known_are_kept_and_others_are_not()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(2);
        using var witness = new CheckpointSigner("witness.example", System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256));
        log.Checkpointer = new(log.Store.Events, log.Settings with { Witnesses = [witness.VerifierKey.ToString()] }, TimeProvider.System);
        var note = await log.SignAsync();
        var text = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note)).Text;

        Assert.Null(await log.Reads.CosignAsync(note, DateTimeOffset.UtcNow, Cancel));
        var cosigned = await log.Reads.CosignAsync(note + witness.Sign(text), DateTimeOffset.UtcNow, Cancel);
        Assert.Equal(note + witness.Sign(text).ToString()[..20], cosigned![..(note.Length + 20)]);
        Assert.Equal(cosigned, await log.Reads.CheckpointAsync(Cancel));
        await Assert.ThrowsAsync<LedgerFormatException>(() => log.Reads.CosignAsync(note + witness.Sign(text + "x"), DateTimeOffset.UtcNow, Cancel));
        Assert.True((await log.VerifyAsync()).Holds);
    }
}
