using Lifecycle.EventStore.Log;
using Lifecycle.Ledger;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>Whose keys sign a log, and whose do not.</summary>
public sealed class CheckpointerKeyTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
