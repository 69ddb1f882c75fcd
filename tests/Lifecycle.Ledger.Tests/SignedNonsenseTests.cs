using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>What the log itself signed can still be no leaf, and a note no note: both verifiers say so, and agree at the edges.</summary>
public sealed class SignedNonsenseTests : IDisposable
{
    private const string Good = """{"data":{"a":1},"headers":{},"id":"0b7f6d3e-5a44-5c1e-9d3b-000000000001","position":1,"stream":"0b7f6d3e-5a44-5c1e-9d3b-000000000002","tenant":"t","timestamp":"2026-11-21T09:00:00.000000Z","type":"x","version":1}""";

    private readonly CheckpointSigner signer = SampleLog.Signer();

    public void Dispose() => signer.Dispose();

    [Fact]
    public void Odd_leaves_that_are_canonical_are_accepted_by_both() => BothSay(true, [
        Good,
        Data("""{"":{"~":"","/":""}}""").Replace("""{"~":"","/":""}""", """{"/":"","~":""}""", StringComparison.Ordinal),
        Data("""{"a":1e+21,"b":-0.000001,"c":5e-324,"d":1.7976931348623157e+308,"e":123456789012345680000}"""),
        Data("""{"a":"\u0000\b\t\n\f\r\u001f\"\\/é😀"}"""),
        Data("{\"😀\":1,\"\uFB33\":2}"),
        Data("{\"\\n\":1,\"\\\"\":2,\"\\\\\":3}"),
        Data($"{{\"a\":{Deep(62)}}}"),
        Data($"{{\"a\":{{\"$commitment\":\"{new string('a', 64)}\"}}}}"),
        Good.Replace("\"position\":1", "\"position\":9007199254740991", StringComparison.Ordinal),
        Good.Replace("\"headers\":{},", "", StringComparison.Ordinal),
        TakenIn("true"),
        Data("""{"takenIn":false}"""),
        "{\"causation\":\"\",\"correlation\":\"c\"," + Good[1..].Replace("\"headers\"", "\"dotnetType\":\"d\",\"headers\"", StringComparison.Ordinal),
    ]);

    [Fact]
    public void Leaves_that_are_none_are_refused_by_both() => BothSay(false, [
        "", "{}", "[]", "null", Good + " ", " " + Good, Good + "\n", Good + Good, "\ufeff" + Good,
        Good.Replace(":1,\"stream\"", ": 1,\"stream\"", StringComparison.Ordinal),
        Good.Replace("\"type\":\"x\",", "", StringComparison.Ordinal),
        Good.Replace("\"version\":1", "\"version\":1,\"x\":1", StringComparison.Ordinal),
        Good.Replace("\"version\":1", "\"version\":1,\"version\":1", StringComparison.Ordinal),
        Good.Replace("\"version\":1", "\"version\":-1", StringComparison.Ordinal),
        Good.Replace("\"version\":1", "\"version\":1.5", StringComparison.Ordinal),
        Good.Replace("\"version\":1", "\"version\":\"1\"", StringComparison.Ordinal),
        Good.Replace("\"version\":1", "\"version\":01", StringComparison.Ordinal),
        Good.Replace("\"position\":1", "\"position\":9007199254740992", StringComparison.Ordinal),
        Good.Replace("\"position\":1", "\"position\":1e0", StringComparison.Ordinal),
        Good.Replace("0b7f6d3e-5a44-5c1e-9d3b-000000000001", "0B7f6d3e-5a44-5c1e-9d3b-000000000001", StringComparison.Ordinal),
        Good.Replace("0b7f6d3e-5a44-5c1e-9d3b-000000000001", "{0b7f6d3e-5a44-5c1e-9d3b-00000000001}", StringComparison.Ordinal),
        Good.Replace("09:00:00.000000Z", "09:00:00.000Z", StringComparison.Ordinal),
        Good.Replace("09:00:00.000000Z", "24:00:00.000000Z", StringComparison.Ordinal),
        Good.Replace("2026-11-21", "2026-02-29", StringComparison.Ordinal),
        Good.Replace("2026-11-21", "0000-01-01", StringComparison.Ordinal),
        Good.Replace("\"headers\":{}", "\"headers\":null", StringComparison.Ordinal),
        Good.Replace("\"headers\":{}", "\"headers\":[]", StringComparison.Ordinal),
        Good.Replace("\"headers\":{}", $"\"headers\":{{\"a\":{{\"$commitment\":\"{new string('a', 64)}\"}}}}", StringComparison.Ordinal),
        TakenIn("false"), TakenIn("1"), TakenIn("\"true\""), TakenIn("null"), TakenIn("{}"), TakenIn("true,\"takenIn\":true"),
        Good.Replace("\"type\":\"x\"", "\"takenIn\":true,\"type\":\"x\"", StringComparison.Ordinal),
        Good.Replace("{\"data\"", "{\"causation\":null,\"data\"", StringComparison.Ordinal),
        Data("[]"), Data("1"), Data("{\"b\":1,\"a\":2}"), Data("{\"a\":1,\"a\":1}"), Data("{\"a\":1,\"\\u0061\":1}"),
        Data("{\"\uFB33\":1,\"😀\":2}"), Data("{\"a\":1.0}"), Data("{\"a\":1E5}"), Data("{\"a\":-0}"), Data("{\"a\":1e400}"), Data("{\"a\":9007199254740993}"),
        Data("{\"a\":+1}"), Data("{\"a\":.5}"), Data("{\"a\":NaN}"), Data("{\"a\":tru}"), Data("{\"a\":}"), Data("{\"a\":1,}"), Data("{,}"), Data("{\"a\"}"), Data("{a:1}"),
        Data("{\"a\":\"\\ud800\"}"), Data("{\"a\":\"\\/\"}"), Data("{\"a\":\"\\u000A\"}"), Data("{\"a\":\"\\u000a\"}"), Data("{\"a\":\"\\u007f\"}"), Data("{\"a\":\"\\u001F\"}"), Data("{\"a\":\"\t\"}"), Data("{\"a\":\"\\x\"}"), Data("{\"a\":\""),
        Data("{\"$commitment\":\"" + new string('a', 64) + "\"}"),
        Data("{\"a\":{\"$commitment\":\"" + new string('A', 64) + "\"}}"),
        Data("{\"a\":{\"$commitment\":\"" + new string('a', 63) + "\"}}"),
        Data("{\"a\":{\"$commitment\":1}}"),
        Data("{\"a\":{\"$commitment\":\"" + new string('a', 64) + "\",\"b\":1}}"),
        Data("{\"a\":{\" \":1,\"$commitment\":\"" + new string('a', 64) + "\"}}"),
        Data($"{{\"a\":{Deep(63)}}}"),
        Data($"{{\"a\":{Deep(100_000)}}}"),
    ]);

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused_by_both()
    {
        var bytes = Encoding.UTF8.GetBytes(Data("{\"a\":\"?\"}"));
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xff;
        BothSay(false, [bytes]);
    }

    [Fact]
    public void Receipts_that_are_out_of_form_are_refused_by_both()
    {
        var log = new SampleLog();
        var good = Encoding.UTF8.GetString(log.Receipt(8, log.Note(11, signer)).ToBytes());
        var one = Encoding.UTF8.GetString(Receipt(Encoding.UTF8.GetBytes(Good)));
        string[] bad = [
            good.Replace("\nindex 8\n", "\nindex 08\n", StringComparison.Ordinal),
            good.Replace("\nindex 8\n", "\nindex 9\n", StringComparison.Ordinal),
            good.Replace("\nindex 8\n", "\nindex 11\n", StringComparison.Ordinal),
            good.Replace("\nindex 8\n", "\nindex -1\n", StringComparison.Ordinal),
            good.Replace("\nindex 8\n", "\nindex 99999999999999999999\n", StringComparison.Ordinal),
            good.Replace("\nindex 8\n", "\n", StringComparison.Ordinal),
            good.Replace("\n11\n", "\n12\n", StringComparison.Ordinal),
            good.Replace("\n11\n", "\n0\n", StringComparison.Ordinal),
            good.Replace("\n11\n", "\n9007199254740991\n", StringComparison.Ordinal),
            good.Replace("tlog-proof@v1", "tlog-proof@v2", StringComparison.Ordinal),
            good.Replace("extra ", "extra  ", StringComparison.Ordinal),
            good.Replace("\n", "\r\n", StringComparison.Ordinal),
            one.Replace("index 0\n", $"index 0\n{Base64.Write(new byte[32])}\n", StringComparison.Ordinal),
            one.Replace("index 0\n", $"index 0\n{Base64.Write(new byte[31])}\n", StringComparison.Ordinal),
            one.Replace("index 0\n", "index 0\n" + string.Concat(Enumerable.Repeat(Base64.Write(new byte[32]) + "\n", 64)), StringComparison.Ordinal),
            one.Replace($"\n1\n", "\n1\n1\n", StringComparison.Ordinal),
        ];
        BothSay(false, [.. bad.Select(Encoding.UTF8.GetBytes)], wrap: false);
    }

    private static string Data(string data) => Good.Replace("{\"a\":1}", data, StringComparison.Ordinal);

    private static string TakenIn(string value) => Good.Replace("\"tenant\"", $"\"takenIn\":{value},\"tenant\"", StringComparison.Ordinal);

    private static string Deep(int depth) => new string('[', depth) + new string(']', depth);

    private byte[] Receipt(byte[] leaf) =>
        new Receipt(0, leaf, [], signer.Sign(new Checkpoint(SampleLog.Origin, 1, Rfc6962.LeafHash(leaf)))).ToBytes();

    private void BothSay(bool good, string[] leaves) => BothSay(good, [.. leaves.Select(Encoding.UTF8.GetBytes)]);

    private void BothSay(bool good, List<byte[]> files, bool wrap = true)
    {
        var receipts = wrap ? files.ConvertAll(Receipt) : files;
        VerifierKey[] keys = [signer.VerifierKey];
        var second = SecondVerifier.Verify(receipts, Trust.None with { Keys = keys });
        for (var number = 0; number < receipts.Count; number++)
        {
            Assert.True(good == ReceiptVerifier.Verify(receipts[number], keys).IsGood, $"First verifier, case {number}: {Encoding.UTF8.GetString(files[number])}");
            Assert.True(good == second[number], $"Second verifier, case {number}: {Encoding.UTF8.GetString(files[number])}");
        }
    }
}
