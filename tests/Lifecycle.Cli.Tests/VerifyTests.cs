using System.Text.Json;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>The auditor's own tools: verify what is there, take it away, verify it again without us.</summary>
public sealed class VerifyTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Sample = "Of 40 custody records of March, 38 were complete.";

    private readonly string _folder = Directory.CreateTempSubdirectory("lifecycle-verify-").FullName;
    private string _connection = "";

    private string KeyFile => Path.Combine(_folder, "key.pem");

    public async ValueTask InitializeAsync()
    {
        _connection = await postgres.CreateDatabaseAsync();
        await File.WriteAllTextAsync(KeyFile, System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem());
        await ExpectAsync(ExitCodes.Ok, "import", "--sample");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_database_holds_until_somebody_edits_a_row_and_then_the_place_is_named()
    {
        await ExpectAsync(ExitCodes.Ok, "export", Path.Combine(_folder, "all.zip"), "--everything", "--key-file", KeyFile);
        Assert.EndsWith("The history holds.", (await ExpectAsync(ExitCodes.Ok, "verify", "--key-file", KeyFile)).Output.Trim(), StringComparison.Ordinal);

        await RunSqlAsync("""update lifecycle.mt_events set data = jsonb_set(data, '{statement}', '"better"') where seq_id = (select min(seq_id) from lifecycle.mt_events where type = 'closure_recommended')""");

        var bad = await ExpectAsync(ExitCodes.NotProved, "verify", "--key-file", KeyFile);
        Assert.Matches("The first bad position is [0-9]+, /data/statement", bad.Output);
        var json = JsonDocument.Parse((await ExpectAsync(ExitCodes.NotProved, "verify", "--key-file", KeyFile, "--json")).Output).RootElement;
        Assert.False(json.GetProperty("holds").GetBoolean());
        Assert.Contains(json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("field").GetString() == "/data/statement");
    }

    [Fact]
    public async Task What_is_shown_is_compared_with_what_was_recorded()
    {
        await RunSqlAsync("update lifecycle.recommendation_status set title = 'Better' where ctid = (select min(ctid) from lifecycle.recommendation_status)");

        Assert.Contains("recommendation_status is not what the events give", (await ExpectAsync(ExitCodes.NotProved, "verify")).Output, StringComparison.Ordinal);
        Assert.Contains("Give a key", (await ExpectAsync(ExitCodes.Ok, "verify", "--no-read-models")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_needs_nothing_but_itself_and_a_key()
    {
        var bundle = Path.Combine(_folder, "history.zip");
        await ExpectAsync(ExitCodes.Ok, "export", bundle, "--body", "west-mercia", "--key-file", KeyFile);
        var key = (await File.ReadAllTextAsync(KeyFile + ".kept", TestContext.Current.CancellationToken)).Split('\n')[0];
        _connection = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";

        Assert.Contains("The bundle holds.", (await ExpectAsync(ExitCodes.Ok, "verify", bundle, "--key", key)).Output, StringComparison.Ordinal);
        Assert.Contains("gave no key", (await ExpectAsync(ExitCodes.Ok, "verify", bundle)).Output, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, TestContext.Current.CancellationToken);
        await ExpectAsync(ExitCodes.NotProved, "verify", bundle, "--key", key);
    }

    [Fact]
    public async Task Files_of_evidence_go_into_a_bundle_by_their_digest_and_are_checked_with_it()
    {
        var files = Directory.CreateDirectory(Path.Combine(_folder, "files", "2025")).Parent!;
        await File.WriteAllTextAsync(Path.Combine(files.FullName, "2025", "dip sample.txt"), Sample, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(files.FullName, "not evidence.txt"), "Nobody submitted this.", TestContext.Current.CancellationToken);
        await SubmitAsync(Sample, "A file that the force has lost");
        var (bundle, without) = (Path.Combine(_folder, "with.zip"), Path.Combine(_folder, "without.zip"));
        var told = (await ExpectAsync(ExitCodes.Ok, "export", bundle, "--publication", "paper", "--evidence", files.FullName, "--key-file", KeyFile)).Output;

        Assert.Contains("Files that the events name: 2. In the bundle: 1. Not in the folder: 1.", told, StringComparison.Ordinal);
        Assert.Matches(@"\b1 evidence files", (await ExpectAsync(ExitCodes.Ok, "verify", bundle)).Output);
        Assert.Contains(Sample, await File.ReadAllTextAsync(bundle, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody submitted this.", await File.ReadAllTextAsync(bundle, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await ExpectAsync(ExitCodes.Ok, "export", without, "--publication", "paper", "--key-file", KeyFile);
        Assert.DoesNotContain(Sample, await File.ReadAllTextAsync(without, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await ExpectAsync(ExitCodes.Usage, "export", bundle, "--publication", "paper", "--evidence", Path.Combine(_folder, "no-such-folder"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_named_and_leaves_nothing_half_written()
    {
        await ExpectAsync(ExitCodes.Ok, "export", Path.Combine(_folder, "good.zip"), "--body", "kent", "--key-file", KeyFile);
        var files = Directory.CreateDirectory(Path.Combine(_folder, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(files, "moved.pdf"), Path.Combine(files, "is not there.pdf"));
        var bundle = Path.Combine(_folder, "evidence.zip");

        Assert.Contains("moved.pdf", (await ExpectAsync(ExitCodes.Usage, "export", bundle, "--body", "kent", "--evidence", files, "--key-file", KeyFile)).Errors, StringComparison.Ordinal);
        Assert.Contains("no-such-folder", (await ExpectAsync(ExitCodes.Usage, "export", Path.Combine(_folder, "no-such-folder", "kent.zip"), "--body", "kent", "--key-file", KeyFile)).Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "evidence.zip*"));
    }

    // As an import does it: the digest of each file, never its content.
    private async Task SubmitAsync(params string[] contents)
    {
        var by = new { actor = "flo.kent", role = "flo", body = "kent" };
        var acts = contents.Select((content, place) => new
        {
            command = "submit-evidence",
            evidenceId = $"evidence-{place + 1}",
            by,
            on = $"2025-06-0{place + 1}",
            name = $"Dip sample {place + 1}",
            mediaType = "text/plain",
            size = content.Length,
            sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content))),
        });
        using var file = new TemporaryFile(".json", $$"""
            {
              "format": "lifecycle-register/1", "title": "Evidence",
              "publications": [
                { "id": "paper", "title": "Paper", "kind": "peel", "publishedOn": "2025-05-14", "source": "s",
                  "records": [{ "number": "1", "kind": "recommendation", "title": "t", "summary": "s", "addressees": ["kent"], "level": 3 }] }
              ],
              "lifecycles": [{ "reference": "paper-1-kent", "acts": {{JsonSerializer.Serialize(acts)}} }]
            }
            """);
        await ExpectAsync(ExitCodes.Ok, "import", file.Path);
    }

    [Fact]
    public async Task A_receipt_needs_nothing_but_a_key()
    {
        var services = new ServiceCollection()
            .AddLifecycle(_connection, null, new LedgerSettings { KeyFile = KeyFile }).BuildServiceProvider();
        var receipt = await services.GetRequiredService<LedgerDesk>().ProofAsync(
            Caller.For("a1", Role.Auditor, Bodies.Hmicfrs), 7, null, TestContext.Current.CancellationToken);
        await services.DisposeAsync();
        var file = Path.Combine(_folder, "event-7.tlog-proof");
        await File.WriteAllTextAsync(file, Assert.IsType<Outcome<string>.Done>(receipt).State, TestContext.Current.CancellationToken);
        var key = (await File.ReadAllTextAsync(KeyFile + ".kept", TestContext.Current.CancellationToken)).Split('\n')[0];

        Assert.Contains("position 7", (await ExpectAsync(ExitCodes.Ok, "verify", file, "--key", key)).Output, StringComparison.Ordinal);
        await ExpectAsync(ExitCodes.NotProved, "verify", file);
        Assert.EndsWith("The history holds.", (await ExpectAsync(ExitCodes.Ok, "verify", "--key", key, "--receipt", file, "--no-read-models")).Output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "export", "x.zip")]
    [InlineData(ExitCodes.Usage, "export", "x.zip", "--body", "kent", "--everything")]
    [InlineData(ExitCodes.Usage, "export", "x.zip", "--from", "yesterday")]
    [InlineData(ExitCodes.Usage, "verify", "--key", "nonsense")]
    [InlineData(ExitCodes.Usage, "verify", "no-such.zip")]
    public async Task Wrong_words_are_answered(int code, params string[] words) => await ExpectAsync(code, words);

    private Task<(int Code, string Output, string Errors)> ExpectAsync(int code, params string[] words) =>
        Shell.ExpectAsync(code, [.. words, "--connection", _connection]);

    private async Task RunSqlAsync(string sql)
    {
        await using var owner = new NpgsqlConnection($"{_connection};Pooling=false");
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, owner);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
