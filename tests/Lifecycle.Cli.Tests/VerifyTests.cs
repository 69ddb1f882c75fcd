using System.Text.Json;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>The auditor's own tools: verify what is there, take it away, verify it again without us.</summary>
public sealed class VerifyTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifecycle-verify-").FullName;
    private Prompt _prompt = new("");

    private Owner Owner => new(_prompt.Connection);

    private string KeyFile => Path.Combine(_folder, "key.pem");

    public async ValueTask InitializeAsync()
    {
        _prompt = new(await postgres.CreateDatabaseAsync());
        await File.WriteAllTextAsync(KeyFile, System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem());
        await _prompt.ExpectAsync(ExitCodes.Ok, "import", "--sample");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_database_holds_until_somebody_edits_a_row_and_then_the_place_is_named()
    {
        await _prompt.ExpectAsync(ExitCodes.Ok, "export", Path.Combine(_folder, "all.zip"), "--everything", "--key-file", KeyFile);
        Assert.EndsWith("The history holds.", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", "--key-file", KeyFile)).Output.Trim(), StringComparison.Ordinal);

        await Owner.RunSqlAsync("""update lifecycle.mt_events set data = jsonb_set(data, '{statement}', '"better"') where seq_id = (select min(seq_id) from lifecycle.mt_events where type = 'closure_recommended')""");

        var bad = await _prompt.ExpectAsync(ExitCodes.NotProved, "verify", "--key-file", KeyFile);
        Assert.Matches("The first bad position is [0-9]+, /data/statement", bad.Output);
        var json = JsonDocument.Parse((await _prompt.ExpectAsync(ExitCodes.NotProved, "verify", "--key-file", KeyFile, "--json")).Output).RootElement;
        Assert.False(json.GetProperty("holds").GetBoolean());
        Assert.Contains(json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("field").GetString() == "/data/statement");
    }

    [Fact]
    public async Task A_stream_that_is_said_to_be_of_another_type_is_named()
    {
        foreach (var type in (string[])["publication", "recommendation", "declared_position"])
            await Owner.RunSqlAsync($"update lifecycle.mt_streams set type = 'other' where ctid = (select min(ctid) from lifecycle.mt_streams where type = '{type}')");

        var report = JsonDocument.Parse((await _prompt.ExpectAsync(ExitCodes.NotProved, "verify", "--no-read-models", "--json")).Output).RootElement;

        Assert.Equal(
            ["declared_position", "publication", "recommendation"],
            report.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("field").GetString() == "mt_streams.type")
                .Select(finding => finding.GetProperty("sentence").GetString()!.Split(' ')[^1].TrimEnd('.')).Order());
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_holds_after_its_upgrade()
    {
        _prompt = new(await EarlierVersion.OfAsync(postgres, _prompt.Connection));
        await _prompt.ExpectAsync(ExitCodes.Ok, "import", "--sample");
        Assert.DoesNotContain("mt_streams", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_is_compared_with_what_was_recorded()
    {
        await Owner.RunSqlAsync("update lifecycle.recommendation_status set title = 'Better' where ctid = (select min(ctid) from lifecycle.recommendation_status)");

        Assert.Contains("recommendation_status is not what the events give", (await _prompt.ExpectAsync(ExitCodes.NotProved, "verify")).Output, StringComparison.Ordinal);
        Assert.Contains("Give a key", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", "--no-read-models")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_needs_nothing_but_itself_and_a_key()
    {
        var bundle = Path.Combine(_folder, "history.zip");
        await _prompt.ExpectAsync(ExitCodes.Ok, "export", bundle, "--body", "west-mercia", "--key-file", KeyFile);
        var key = (await File.ReadAllTextAsync(KeyFile + ".kept", TestContext.Current.CancellationToken)).Split('\n')[0];
        _prompt = new("Host=127.0.0.1;Port=1;Username=nobody;Database=none");

        Assert.Contains("The bundle holds.", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", bundle, "--key", key)).Output, StringComparison.Ordinal);
        Assert.Contains("gave no key", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", bundle)).Output, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, TestContext.Current.CancellationToken);
        await _prompt.ExpectAsync(ExitCodes.NotProved, "verify", bundle, "--key", key);
    }

    [Fact]
    public async Task A_receipt_needs_nothing_but_a_key()
    {
        var services = new ServiceCollection()
            .AddLifecycle(_prompt.Connection, null, new LedgerSettings { KeyFile = KeyFile }).BuildServiceProvider();
        var receipt = await services.GetRequiredService<LedgerDesk>().ProofAsync(
            Caller.For("a1", Role.Auditor, Bodies.Hmicfrs), 7, null, TestContext.Current.CancellationToken);
        await services.DisposeAsync();
        var file = Path.Combine(_folder, "event-7.tlog-proof");
        await File.WriteAllTextAsync(file, Assert.IsType<Outcome<string>.Done>(receipt).State, TestContext.Current.CancellationToken);
        var key = (await File.ReadAllTextAsync(KeyFile + ".kept", TestContext.Current.CancellationToken)).Split('\n')[0];

        Assert.Contains("position 7", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", file, "--key", key)).Output, StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.NotProved, "verify", file);
        Assert.EndsWith("The history holds.", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", "--key", key, "--receipt", file, "--no-read-models")).Output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "export", "x.zip")]
    [InlineData(ExitCodes.Usage, "export", "x.zip", "--body", "kent", "--everything")]
    [InlineData(ExitCodes.Usage, "export", "x.zip", "--from", "yesterday")]
    [InlineData(ExitCodes.Usage, "verify", "--key", "nonsense")]
    [InlineData(ExitCodes.Usage, "verify", "no-such.zip")]
    public async Task Wrong_words_are_answered(int code, params string[] words) => await _prompt.ExpectAsync(code, words);
}
