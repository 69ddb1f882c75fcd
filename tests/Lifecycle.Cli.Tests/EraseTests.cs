using Lifecycle.Testing;
using Npgsql;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <text>A text that has to go is gone from everywhere, and the history still proves itself.</text>
public sealed class EraseTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lifecycle-erase-").FullName;
    private string _connection = "";

    private string KeyFile => Path.Combine(_folder, "key.pem");

    public async ValueTask InitializeAsync()
    {
        _connection = await postgres.CreateDatabaseAsync();
        await File.WriteAllTextAsync(KeyFile, System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem());
        await ExpectAsync(ExitCodes.Ok, "import", "--sample");
        await ExpectAsync(ExitCodes.Ok, "export", Path.Combine(_folder, "before.zip"), "--everything", "--key-file", KeyFile);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_erased_text_is_nowhere_any_more_and_verification_says_erased_and_not_altered()
    {
        var (reference, version, text) = await OneAsync();
        string[] erase = ["erase", reference, "--version", version, "--field", "/text", "--basis", "UK GDPR article 17", "--reason", "It named a person.", "--key-file", KeyFile];
        await ExpectAsync(ExitCodes.Ok, erase);

        Assert.Empty(await TablesWithAsync(text));
        Assert.Contains("[erased]", (await ExpectAsync(ExitCodes.Ok, "history", reference, "--json")).Output, StringComparison.Ordinal);
        var verified = (await ExpectAsync(ExitCodes.Ok, "verify", "--key-file", KeyFile)).Output;
        Assert.Contains("The text at /text", verified, StringComparison.Ordinal);
        Assert.Contains("by cli under UK GDPR article 17", verified, StringComparison.Ordinal);
        Assert.EndsWith("The history holds.", verified.Trim(), StringComparison.Ordinal);

        var bundle = Path.Combine(_folder, "after.zip");
        await ExpectAsync(ExitCodes.Ok, "export", bundle, "--recommendation", reference, "--key-file", KeyFile);
        Assert.DoesNotContain(text, await File.ReadAllTextAsync(bundle, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var key = (await File.ReadAllTextAsync(KeyFile + ".kept", TestContext.Current.CancellationToken)).Split('\n')[0];
        Assert.Contains("UK GDPR article 17", (await ExpectAsync(ExitCodes.Ok, "verify", bundle, "--key", key)).Output, StringComparison.Ordinal);
        // What was handed out before still verifies by itself.
        await ExpectAsync(ExitCodes.Ok, "verify", Path.Combine(_folder, "before.zip"), "--key", key);

        // Broken off or given twice, it comes to the same.
        var events = await NumberAsync("select count(*) from lifecycle.mt_events");
        await ExpectAsync(ExitCodes.Ok, erase);
        Assert.Equal(events, await NumberAsync("select count(*) from lifecycle.mt_events"));
        await ExpectAsync(ExitCodes.Ok, "verify", "--key-file", KeyFile);
    }

    [Fact]
    public async Task A_text_that_somebody_takes_away_without_saying_so_was_altered()
    {
        var (_, _, text) = await OneAsync();
        await RunSqlAsync("update lifecycle.ledger_leaf set salts = decode(repeat('00', 32), 'hex') where position = (select seq_id from lifecycle.mt_events where data ->> 'text' = $1)", text);
        await RunSqlAsync("update lifecycle.mt_events set data = jsonb_set(data, '{text}', '\"[erased]\"') where data ->> 'text' = $1", text);
        await ExpectAsync(ExitCodes.NotProved, "verify", "--key-file", KeyFile, "--no-read-models");
    }

    [Fact]
    public async Task What_cannot_be_erased_is_refused_and_nothing_is_stored()
    {
        var (reference, _, _) = await OneAsync();
        var events = await NumberAsync("select count(*) from lifecycle.mt_events");
        string[] rest = ["--basis", "Policy", "--reason", "Because"];
        Assert.Contains("There is no text to erase at '/level'", (await ExpectAsync(ExitCodes.Refused, ["erase", reference, "--version", "1", "--field", "/level", .. rest])).Errors, StringComparison.Ordinal);
        await ExpectAsync(ExitCodes.NotFound, ["erase", "no-such-record", "--version", "1", "--field", "/text", .. rest]);
        Assert.Equal(events, await NumberAsync("select count(*) from lifecycle.mt_events"));
    }

    // A report whose words stand in no other event.
    private async Task<(string Reference, string Version, string Text)> OneAsync()
    {
        await using var owner = await OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select s.reference, e.version::text, e.data ->> 'text'
            from lifecycle.mt_events e join lifecycle.recommendation_status s using (stream_id)
            where e.type = 'progress_reported' and (select count(*) from lifecycle.mt_events o where strpos(o.data::text, e.data ->> 'text') > 0) = 1
            order by e.seq_id limit 1
            """, owner);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        return (reader.GetString(0), reader.GetString(1), reader.GetString(2));
    }

    private async Task<List<string>> TablesWithAsync(string text)
    {
        await using var owner = await OpenAsync();
        List<string> tables = [], with = [];
        await using (var names = new NpgsqlCommand("select tablename from pg_tables where schemaname = 'lifecycle'", owner))
        await using (var reader = await names.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) tables.Add(reader.GetString(0));
        foreach (var table in tables)
        {
            await using var count = new NpgsqlCommand($"select exists (select from lifecycle.{table} t where strpos(t::text, $1) > 0)", owner) { Parameters = { new() { Value = text } } };
            if (await count.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true) with.Add(table);
        }

        return with;
    }

    private Task<(int Code, string Output, string Errors)> ExpectAsync(int code, params string[] words) =>
        Shell.ExpectAsync(code, [.. words, "--connection", _connection]);

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var owner = new NpgsqlConnection($"{_connection};Pooling=false");
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        return owner;
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using var owner = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task RunSqlAsync(string sql, string parameter)
    {
        await using var owner = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner) { Parameters = { new() { Value = parameter } } };
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
