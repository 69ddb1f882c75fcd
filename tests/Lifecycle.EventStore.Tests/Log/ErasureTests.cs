using Lifecycle.EventStore.Log;
using Lifecycle.Ledger;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>A text that was taken away is told from one that was altered by the event that says who took it.</summary>
public sealed class ErasureTests(PostgresFixture postgres)
{
    private const string TakeAway = """
        update lifecycle.mt_events set data = jsonb_set(data, '{reason}', '"[erased]"') where seq_id = 1;
        update lifecycle.ledger_leaf set salts = decode(repeat('00', 32), 'hex') where position = 1
        """;

    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task With_its_event_it_holds_and_says_when_by_whom_and_why()
    {
        await using var log = await ErasedAsync("""{"version":1,"fields":["/reason"],"basis":"UK GDPR article 17","reason":"asked"}""");

        var report = await log.VerifyAsync();

        Assert.True(report.Holds);
        var erased = Assert.Single(report.Findings);
        Assert.Equal((FindingKind.Erased, 1L, "/data/reason"), (erased.Kind, erased.Position, erased.Field));
        Assert.Matches("^The text at /reason of the event at position 1 was erased on [0-9-]{10} by a1 under UK GDPR article 17.$", erased.Sentence);
    }

    [Theory]
    [InlineData("""{"version":2,"fields":["/reason"]}""")]
    [InlineData("""{"version":1,"fields":["/note"]}""")]
    [InlineData("""{"version":1,"fields":"/reason"}""")]
    [InlineData("""{}""")]
    public async Task Without_an_event_that_names_it_it_was_altered(string claim)
    {
        await using var log = await ErasedAsync(claim);

        Assert.Contains((await log.VerifyAsync()).Findings, finding => finding is { Kind: FindingKind.Altered, Position: 1, Field: "/data/reason" });
    }

    [Fact]
    public async Task Another_text_in_its_place_is_an_alteration_too()
    {
        await using var log = await ErasedAsync("""{"version":1,"fields":["/reason"],"basis":"b","reason":"r"}""");
        await using var vandal = await Sql.OwnerAsync(log.Store);
        await Sql.ExecuteAsync(vandal, """update lifecycle.mt_events set data = jsonb_set(data, '{reason}', '"better"') where seq_id = 1""");

        Assert.Contains((await log.VerifyAsync()).Findings, finding => finding is { Kind: FindingKind.Altered, Position: 1, Field: "/data/reason" });
    }

    [Fact]
    public async Task A_bundle_names_the_event_that_erased()
    {
        await using var log = await ErasedAsync("""{"version":1,"fields":["/reason"],"basis":"UK GDPR article 17","reason":"asked"}""");
        using var bundle = new MemoryStream();

        Assert.True(await new Bundles(log.Store.Database).WriteAsync(
            ReadScope.All, new(new BundleContent.Everything(), "{}"u8.ToArray(), "{}"u8.ToArray()), bundle, TestContext.Current.CancellationToken));

        var report = BundleVerifier.Verify(bundle, log.Kept.ToTrust());
        Assert.True(report.IsGood, string.Join(' ', report.Findings.Select(finding => finding.Sentence)));
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.Erased);
    }

    private async Task<SignedStore> ErasedAsync(string claim)
    {
        var log = await SignedStore.NewAsync(postgres);
        await log.Store.AppendAsync(_stream, 0, "graded");
        await log.SignAsync();
        await log.Store.AppendAsync(new Append([new(Store.Body, _stream, "recommendation", 1, [new(Guid.NewGuid(), "erased", claim, """{"actor":"a1"}""")])], []));
        await log.SignAsync();
        await using var owner = await Sql.OwnerAsync(log.Store);
        await Sql.ExecuteAsync(owner, TakeAway);
        return log;
    }
}
