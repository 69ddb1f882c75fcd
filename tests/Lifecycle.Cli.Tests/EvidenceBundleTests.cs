using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lifecycle.Testing;
using Xunit;

namespace Lifecycle.Cli.Tests;

/// <summary>Files of evidence that a force brings along when it takes a bundle away.</summary>
public sealed class EvidenceBundleTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Sample = "Of 40 custody records of March, 38 were complete.";

    private readonly string _folder = Directory.CreateTempSubdirectory("lifecycle-evidence-").FullName;
    private Prompt _prompt = new("");

    private string KeyFile => Path.Combine(_folder, "key.pem");

    public async ValueTask InitializeAsync()
    {
        _prompt = new(await postgres.CreateDatabaseAsync());
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Files_of_evidence_go_into_a_bundle_by_their_digest_and_are_checked_with_it()
    {
        var files = Directory.CreateDirectory(Path.Combine(_folder, "files", "2025")).Parent!;
        await File.WriteAllTextAsync(Path.Combine(files.FullName, "2025", "dip sample.txt"), Sample, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(files.FullName, "not evidence.txt"), "Nobody submitted this.", TestContext.Current.CancellationToken);
        await SubmitAsync(Sample, "A file that the force has lost");
        var (bundle, without) = (Path.Combine(_folder, "with.zip"), Path.Combine(_folder, "without.zip"));
        var told = (await _prompt.ExpectAsync(ExitCodes.Ok, "export", bundle, "--publication", "paper", "--evidence", files.FullName, "--key-file", KeyFile)).Output;

        Assert.Contains("Files that the events name: 2. In the bundle: 1. Not in the folder: 1.", told, StringComparison.Ordinal);
        Assert.Matches(@"\b1 evidence files", (await _prompt.ExpectAsync(ExitCodes.Ok, "verify", bundle)).Output);
        Assert.Contains(Sample, await File.ReadAllTextAsync(bundle, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody submitted this.", await File.ReadAllTextAsync(bundle, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.Ok, "export", without, "--publication", "paper", "--key-file", KeyFile);
        Assert.DoesNotContain(Sample, await File.ReadAllTextAsync(without, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _prompt.ExpectAsync(ExitCodes.Usage, "export", bundle, "--publication", "paper", "--evidence", Path.Combine(_folder, "no-such-folder"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_named_and_leaves_nothing_half_written()
    {
        await SubmitAsync(Sample);
        var files = Directory.CreateDirectory(Path.Combine(_folder, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(files, "moved.pdf"), Path.Combine(files, "is not there.pdf"));
        var bundle = Path.Combine(_folder, "evidence.zip");

        Assert.Contains("moved.pdf", (await _prompt.ExpectAsync(ExitCodes.Usage, "export", bundle, "--body", "kent", "--evidence", files, "--key-file", KeyFile)).Errors, StringComparison.Ordinal);
        Assert.Contains("no-such-folder", (await _prompt.ExpectAsync(ExitCodes.Usage, "export", Path.Combine(_folder, "no-such-folder", "kent.zip"), "--body", "kent", "--key-file", KeyFile)).Errors, StringComparison.Ordinal);
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
            sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
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
        await _prompt.ExpectAsync(ExitCodes.Ok, "import", file.Path);
    }
}
