using System.IO.Compression;
using Lifecycle.Ledger;
using Lifecycle.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Api.Tests;

/// <summary>Bundles over HTTP: whoever takes one away can verify it without us.</summary>
public sealed class BundleTests(Service service)
{
    private const string Bundle = "/api/v1/ledger/bundle";

    [Fact]
    public async Task A_record_a_body_a_publication_a_period_and_everything_verify()
    {
        var record = await Raised.NewAsync(service);
        await record.RecommendedAsync();
        foreach (var query in (string[])[$"recommendation={record.Reference}", "body=west-mercia", $"publication={record.Publication}", $"from={Today.Plus(-1)}&to={Today.Plus(1)}", "everything=true"])
        {
            var report = Verify(await TakeAsync("demo.auditor", query), await TrustAsync());
            Assert.True(report.IsGood, $"{query}: {string.Join(' ', report.Findings.Select(finding => finding.Sentence))}");
            Assert.True(report.Leaves > 0, query);
            Assert.True(report.Openings > 0, query);
        }
    }

    [Fact]
    public async Task The_same_request_gives_the_same_bytes()
    {
        var record = await Raised.NewAsync(service);
        var bundle = await TakeAsync("demo.auditor", $"recommendation={record.Reference}");
        var size = Verify(bundle, Trust.None).Checkpoint!.Size;
        await Raised.NewAsync(service);

        Assert.Equal(
            await TakeAsync("demo.auditor", $"recommendation={record.Reference}&size={size}"), await TakeAsync("demo.auditor", $"recommendation={record.Reference}&size={size}"));
    }

    [Fact]
    public async Task A_bundle_holds_what_its_taker_may_see()
    {
        var (own, other) = (await Raised.NewAsync(service), await Raised.NewAsync(service, body: "essex"));
        var flo = "demo.flo.west-mercia";

        var bundle = await TakeAsync(flo, "from=2026-01-01&to=2126-01-01");
        using var zip = new ZipArchive(new MemoryStream(bundle));
        using var leaves = new StreamReader(zip.GetEntry("leaves.jsonl")!.Open());
        var text = await leaves.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.True(Verify(bundle, await TrustAsync()).IsGood);
        Assert.Contains(own.Reference, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference, text, StringComparison.Ordinal);
        foreach (var query in (string[])[$"recommendation={other.Reference}", "body=essex", "everything=true", "recommendation=no-such"])
            Assert.Equal("not_found", (await service.As(flo).GetAsync($"{Bundle}?{query}")).Code);
        foreach (var query in (string[])["", "everything=false", "body=west-mercia&everything=true", "from=yesterday"])
            Assert.Equal("malformed", (await service.As(flo).GetAsync($"{Bundle}?{query}")).Code);
        Assert.Equal("checkpoint_unknown", (await service.As(flo).GetAsync($"{Bundle}?body=west-mercia&size={int.MaxValue}")).Code);
    }

    private async Task<byte[]> TakeAsync(string persona, string query)
    {
        var answer = await service.As(persona).Http.GetAsync($"{Bundle}?{query}", TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{query}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Trust> TrustAsync()
    {
        var database = service.Services.GetRequiredService<EventStore.Database>();
        return new([VerifierKey.Parse(await database.ReadAsync(
            EventStore.ReadScope.All, "select verifier_key from lifecycle.ledger_key where role = 'log'", _ => { },
            async (reader, ct) => await reader.ReadAsync(ct) ? reader.GetString(0) : "", TestContext.Current.CancellationToken))], [], []);
    }

    private static BundleReport Verify(byte[] bundle, Trust trust) => BundleVerifier.Verify(new MemoryStream(bundle), trust);
}
