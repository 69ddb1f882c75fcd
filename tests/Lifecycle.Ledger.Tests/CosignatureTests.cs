using System.Diagnostics;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>C2SP tlog-cosignature/v1 is Ed25519, which .NET does not have: the first verifier carries such a line, the second checks it.</summary>
public sealed class CosignatureTests
{
    // Makes a key and cosigns the note text that it reads: verifier key, then signature line.
    private const string Cosign = """
        const { generateKeyPairSync, sign, createHash } = require('node:crypto');
        const text = require('node:fs').readFileSync(0);
        const { publicKey, privateKey } = generateKeyPairSync('ed25519');
        const material = Buffer.concat([Buffer.of(4), Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url')]);
        const id = createHash('sha256').update('witness.example/ed\n').update(material).digest().subarray(0, 4);
        const time = Buffer.from('0000000065000000', 'hex');
        const signature = sign(null, Buffer.concat([Buffer.from(`cosignature/v1\ntime ${0x65000000}\n`), text]), privateKey);
        console.log(`witness.example/ed+${id.toString('hex')}+${material.toString('base64')}`);
        console.log(`— witness.example/ed ${Buffer.concat([id, time, signature]).toString('base64')}`);
        """;

    [Fact]
    public void An_ed25519_cosignature_is_carried_by_the_first_verifier_and_checked_by_the_second()
    {
        var log = new SampleLog();
        using var signer = SampleLog.Signer();
        var note = log.Note(11, signer);
        var lines = Run(note.Text).Split('\n');
        var witness = VerifierKey.Parse(lines[0]);
        var line = NoteSignature.Parse(lines[1]);
        var trust = Trust.None with { Keys = [signer.VerifierKey] };
        var bundle = SampleBundle.OneStream(log, signer, signer) with { Witnesses = [witness], Note = note with { Signatures = [.. note.Signatures, line] } };

        var report = BundleVerifier.Verify(new MemoryStream(bundle.Write()), trust);
        Assert.True(report.IsGood);
        Assert.Equal(line.ToString(), Assert.Single(report.NotChecked).ToString());
        Assert.True(SecondVerifier.Verify(bundle.Write(), trust with { Keys = [witness] }));

        byte[] other = [.. line.Bytes.Span];
        other[^1] ^= 1;
        var forged = bundle with { Note = note with { Signatures = [.. note.Signatures, line with { Bytes = other }] } };
        Assert.True(BundleVerifier.Verify(new MemoryStream(forged.Write()), trust).IsGood);
        Assert.False(SecondVerifier.Verify(forged.Write(), trust));
    }

    private static string Run(string text)
    {
        var start = new ProcessStartInfo("node", ["-e", Cosign]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false) };
        using var node = Process.Start(start)!;
        node.StandardInput.Write(text);
        node.StandardInput.Close();
        return node.StandardOutput.ReadToEnd();
    }
}
