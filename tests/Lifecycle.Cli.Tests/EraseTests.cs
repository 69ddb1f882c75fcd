using Lifecycle.Testing;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>A text that has to go is gone from everywhere, and the history still proves itself.</summary>
public sealed class EraseTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifecycle-erase-").FullName;
    private Prompt _prompt = new("");

    private Owner Owner => new(_prompt.Connection);

    private Texts Texts => new(Owner);

    private string KeyFile => Path.Combine(_folder, "key.pem");

    public async ValueTask InitializeAsync()
    {
        _prompt = new(await postgres.CreateDatabaseAsync());
        await File.WriteAllTextAsync(KeyFile, System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem());
        await _prompt.ExpectAsync(ExitCodes.Ok, "import", "--sample");
        await _prompt.ExpectAsync(ExitCodes.Ok, "export", Path.Combine(_folder, "before.zip"), "--everything", "--key-file", KeyFile);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_erased_text_is_nowhere_any_more_and_verification_says_erased_and_not_altered()
    {
        var (reference, version, text) = await Texts.OneAsync();
        string[] erase = ["erase", reference, "--version", version, "--field", "/text", "--basis", "UK GDPR article 17", "--reason", "It named a person.", "--key-file", KeyFile];
        await _prompt.ExpectAsync(ExitCodes.Ok, erase);

        Assert.Empty(await Owner.TablesWithAsync(text));
        Assert.Contains("[erased]", (await _prompt.ExpectAsync(ExitCodes.Ok, "history", reference, "--json")).Output, StringComparison.Ordinal);
        var verified = (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", "--key-file", KeyFile)).Output;
        Assert.Contains("The text at /text", verified, StringComparison.Ordinal);
        Assert.Contains("by cli under UK GDPR article 17", verified, StringComparison.Ordinal);
        Assert.EndsWith("The history holds.", verified.Trim(), StringComparison.Ordinal);

        var bundle = Path.Combine(_folder, "after.zip");
        await _prompt.ExpectAsync(ExitCodes.Ok, "export", bundle, "--recommendation", reference, "--key-file", KeyFile);
        Assert.DoesNotContain(text, await File.ReadAllTextAsync(bundle, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var key = (await File.ReadAllTextAsync(KeyFile + ".kept", TestContext.Current.CancellationToken)).Split('\n')[0];
        Assert.Contains("UK GDPR article 17", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", bundle, "--key", key)).Output, StringComparison.Ordinal);
        // What was handed out before still verifies by itself.
        await _prompt.ExpectAsync(ExitCodes.Ok, "verify", Path.Combine(_folder, "before.zip"), "--key", key);

        // Broken off or given twice, it comes to the same.
        var events = await Owner.NumberAsync("select count(*) from lifecycle.mt_events");
        await _prompt.ExpectAsync(ExitCodes.Ok, erase);
        Assert.Equal(events, await Owner.NumberAsync("select count(*) from lifecycle.mt_events"));
        await _prompt.ExpectAsync(ExitCodes.Ok, "verify", "--key-file", KeyFile);
    }

    [Fact]
    public async Task A_text_that_stands_in_many_places_is_erased_everywhere_and_a_second_import_does_not_bring_it_back()
    {
        var (reference, publication, text) = await Texts.SharedAsync();
        string[] erase = ["erase", reference, "--version", "1", "--field", "/summary", "--basis", "UK GDPR article 17", "--reason", "It named a person.", "--key-file", KeyFile];

        Assert.Contains($"  {publication}, version", (await _prompt.ExpectAsync(ExitCodes.Ok, erase)).Output, StringComparison.Ordinal);
        Assert.NotEmpty(await Owner.TablesWithAsync(text));
        // The text is no longer where it was found first, but stands in the publication, which leads to the others.
        var places = await Owner.NumberAsync("select count(*) from lifecycle.mt_events where type = 'erased'");
        Assert.Equal(1, places);
        var (version, field) = await Texts.PlaceAsync(publication, text);
        var everywhere = (await _prompt.ExpectAsync(ExitCodes.Ok, ["erase", publication, "--version", version, "--field", field, "--basis", "UK GDPR article 17", "--reason", "It named a person.", "--everywhere", "--key-file", KeyFile])).Output;

        Assert.Contains($"Erased from {publication}, version {version} (records_made): {field}.", everywhere, StringComparison.Ordinal);
        Assert.Empty(await Owner.TablesWithAsync(text));
        Assert.EndsWith("The history holds.", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", "--key-file", KeyFile)).Output.Trim(), StringComparison.Ordinal);
        var events = await Owner.NumberAsync("select count(*) from lifecycle.mt_events");
        await _prompt.ExpectAsync(ExitCodes.Ok, "import", "--sample");
        Assert.Equal(events, await Owner.NumberAsync("select count(*) from lifecycle.mt_events"));
    }

    [Fact]
    public async Task A_text_that_somebody_takes_away_without_saying_so_was_altered()
    {
        var (_, _, text) = await Texts.OneAsync();
        await Owner.RunSqlAsync("update lifecycle.ledger_leaf set salts = decode(repeat('00', 32), 'hex') where position = (select seq_id from lifecycle.mt_events where data ->> 'text' = $1)", text);
        await Owner.RunSqlAsync("update lifecycle.mt_events set data = jsonb_set(data, '{text}', '\"[erased]\"') where data ->> 'text' = $1", text);
        await _prompt.ExpectAsync(ExitCodes.NotProved, "verify", "--key-file", KeyFile, "--no-read-models");
    }

    [Fact]
    public async Task What_cannot_be_erased_is_refused_and_nothing_is_stored()
    {
        var (reference, _, _) = await Texts.OneAsync();
        var events = await Owner.NumberAsync("select count(*) from lifecycle.mt_events");
        string[] rest = ["--basis", "Policy", "--reason", "Because"];
        Assert.Contains("There is no text to erase at '/level'", (await _prompt.ExpectAsync(ExitCodes.Refused, ["erase", reference, "--version", "1", "--field", "/level", .. rest])).Errors, StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.NotFound, ["erase", "no-such-record", "--version", "1", "--field", "/text", .. rest]);
        Assert.Equal(events, await Owner.NumberAsync("select count(*) from lifecycle.mt_events"));
    }

    [Fact]
    public async Task Words_that_stand_in_too_many_places_are_not_erased_everywhere_at_once()
    {
        var records = string.Join(",\n", Enumerable.Range(1, 24).Select(number =>
            $$"""{ "number": "{{number}}", "kind": "recommendation", "title": "Record {{number}}", "summary": "By 31 March, forces should review this.", "addressees": ["all-forces"], "level": 2 }"""));
        using var file = new TemporaryFile(".json", $$"""
            {
              "format": "lifecycle-register/1", "title": "Wide", "publications": [
                { "id": "wide", "title": "Wide", "kind": "thematic", "publishedOn": "2025-05-14", "source": "s", "records": [{{records}}] }
              ]
            }
            """);
        await _prompt.ExpectAsync(ExitCodes.Ok, "import", file.Path);
        var events = await Owner.NumberAsync("select count(*) from lifecycle.mt_events");
        string[] erase = ["erase", "wide-1-kent", "--version", "1", "--field", "/summary", "--basis", "UK GDPR article 17", "--reason", "It named a person."];

        Assert.Contains("More than 1,000 records and reports have these words", (await _prompt.ExpectAsync(ExitCodes.Refused, [.. erase, "--everywhere"])).Errors, StringComparison.Ordinal);

        Assert.Equal(events, await Owner.NumberAsync("select count(*) from lifecycle.mt_events"));
        var alone = (await _prompt.ExpectAsync(ExitCodes.Ok, erase)).Output;
        Assert.Contains("Erased from wide-1-kent, version 1", alone, StringComparison.Ordinal);
        Assert.Contains("and in more records and reports than were looked at", alone, StringComparison.Ordinal);
        Assert.Equal(events + 1, await Owner.NumberAsync("select count(*) from lifecycle.mt_events"));
    }
}
