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
        await ForeignWriter.AppendAsync(foreign, Guid.NewGuid(), 1);

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
}
