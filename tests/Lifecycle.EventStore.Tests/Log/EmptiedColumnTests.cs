using Lifecycle.Ledger;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>A superuser empties a column of an event, or fills one that was empty: verification names it too.</summary>
public sealed class EmptiedColumnTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("bdata = '\\x00'")]
    [InlineData("is_archived = true")]
    [InlineData("is_archived = null")]
    [InlineData("mt_dotnet_type = 'X'")]
    [InlineData("causation_id = 'X'")]
    [InlineData("headers = null")]
    [InlineData("data = '{}'")]
    [InlineData("timestamp = 'infinity'")]
    [InlineData("timestamp = '-infinity'")]
    public async Task What_was_empty_and_is_not_or_the_other_way_round(string change)
    {
        await using var log = await ThreeAsync();
        await using var vandal = await Vandal.OfAsync(log);
        await Sql.ExecuteAsync(vandal.Connection, $"update lifecycle.mt_events set {change} where seq_id = 2");

        var report = await log.VerifyAsync();

        Assert.Contains(report.Findings, finding => finding.Condemns && finding.Position == 2);
    }

    [Theory]
    [InlineData(null, "{}")]
    [InlineData("{}", null)]
    public async Task Headers_that_another_program_left_empty_and_those_it_did_not_store_are_told_apart(string? stored, string? changed)
    {
        await using var log = await ThreeAsync();
        await using var vandal = await Vandal.OfAsync(log);
        await ForeignWriter.AppendAsync(vandal.Connection, Guid.NewGuid(), 1);
        await HeadersAsync(vandal, stored);
        await log.SignAsync();
        Assert.Equal(new Dictionary<FindingKind, long>(), (await log.VerifyAsync()).Counts);

        await HeadersAsync(vandal, changed);

        Assert.Contains((await log.VerifyAsync()).Findings, finding => finding is { Condemns: true, Position: 4, Field: "/headers" });
    }

    private static Task<int> HeadersAsync(Vandal vandal, string? headers) =>
        Sql.ExecuteAsync(vandal.Connection, $"update lifecycle.mt_events set headers = {(headers is null ? "null" : $"'{headers}'")} where seq_id = 4");

    private async Task<SignedStore> ThreeAsync()
    {
        var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(3);
        await log.SignAsync();
        return log;
    }
}
