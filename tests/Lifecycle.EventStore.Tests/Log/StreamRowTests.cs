using Lifecycle.Ledger;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>What mt_streams says of a stream is held against the stream's events, as far as they can tell.</summary>
public sealed class StreamRowTests(PostgresFixture postgres)
{
    private readonly Guid _stream = Guid.NewGuid();

    [Theory]
    [InlineData("created = created + interval '1 microsecond'", "created")]
    [InlineData("created = 'infinity'", "created")]
    [InlineData("timestamp = timestamp - interval '1 microsecond'", "timestamp")]
    [InlineData("timestamp = created", "timestamp")]
    [InlineData("type = 'publication'", "type")]
    [InlineData("type = null", "type")]
    [InlineData("version = 2", "version")]
    [InlineData("version = null", "version")]
    [InlineData("is_archived = true", "is_archived")]
    [InlineData("is_archived = null", "is_archived")]
    [InlineData("id = gen_random_uuid()", "id")]
    [InlineData("tenant_id = 'kent'", "tenant_id")]
    public async Task A_change_is_named_with_the_field_the_stream_and_its_last_event(string change, string field)
    {
        await using var log = await OursAsync();
        Assert.Equal(new Dictionary<FindingKind, long>(), (await log.VerifyAsync()).Counts);

        await ChangeAsync(log, change);

        Assert.Contains(
            (await log.VerifyAsync()).Findings,
            finding => finding is { Condemns: true, Position: 4 } && finding.Field == $"mt_streams.{field}" && finding.Sentence.Contains($"{_stream}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_is_gone_is_named()
    {
        await using var log = await OursAsync();
        await using var vandal = await Vandal.OfAsync(log);
        await Sql.ExecuteAsync(vandal.Connection, "delete from lifecycle.mt_streams where id = $1", _stream);

        Assert.Contains((await log.VerifyAsync()).Findings, finding => finding is { Kind: FindingKind.Removed, Position: 4, Field: "mt_streams.id" });
    }

    [Theory]
    [InlineData("created = created - interval '1 day'")]
    [InlineData("timestamp = timestamp + interval '1 day'")]
    [InlineData("type = null")]
    public async Task Times_and_type_of_a_stream_of_another_program_are_its_own_affair(string change)
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await ForeignAsync(log, 1);
        await log.SignAsync();

        await ChangeAsync(log, change);

        Assert.True((await log.VerifyAsync()).Holds);
    }

    [Theory]
    [InlineData("created = created - interval '1 day'", "created")]
    [InlineData("type = null", "type")]
    [InlineData("timestamp = timestamp + interval '1 day'", null)]
    public async Task In_a_stream_of_ours_that_another_program_went_on_with_its_beginning_is_checked(string change, string? field)
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.Store.AppendAsync(_stream, 0, "raised");
        await ForeignAsync(log, 2);
        await log.SignAsync();

        await AssertFoundAsync(log, change, field);
    }

    [Theory]
    [InlineData("created = created - interval '1 day'", null)]
    [InlineData("type = null", null)]
    [InlineData("timestamp = timestamp + interval '1 day'", "timestamp")]
    public async Task In_a_stream_of_another_program_that_we_went_on_with_its_end_is_checked(string change, string? field)
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await ForeignAsync(log, 1);
        await log.Store.AppendAsync(_stream, 1, "graded");
        await log.SignAsync();

        await AssertFoundAsync(log, change, field);
    }

    // Like ours in every column: only the leaf tells that it was taken in.
    [Fact]
    public async Task A_program_that_stores_events_as_we_do_is_told_apart_by_the_leaf()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await ForeignAsync(log, 1, """{"actor":"b2"}""");
        await log.SignAsync();

        await ChangeAsync(log, "created = created - interval '1 day', timestamp = timestamp + interval '1 day', type = null");

        Assert.True((await log.VerifyAsync()).Holds);
    }

    private async Task<SignedStore> OursAsync()
    {
        var log = await SignedStore.NewAsync(postgres);
        await log.AppendAsync(1);
        await log.Store.AppendAsync(_stream, 0, "raised", "graded");
        await log.Store.AppendAsync(_stream, 2, "graded");
        await log.AppendAsync(1);
        await log.SignAsync();
        return log;
    }

    private async Task ForeignAsync(SignedStore log, long version, string? headers = null)
    {
        await using var foreign = await Sql.OwnerAsync(log.Store);
        await ForeignWriter.AppendAsync(foreign, _stream, version);
        if (headers is not null) await Sql.ExecuteAsync(foreign, "update lifecycle.mt_events set headers = $1::jsonb where stream_id = $2 and version = $3", headers, _stream, version);
    }

    private async Task ChangeAsync(SignedStore log, string change)
    {
        await using var vandal = await Vandal.OfAsync(log);
        Assert.Equal(1, await Sql.ExecuteAsync(vandal.Connection, $"update lifecycle.mt_streams set {change} where id = $1", _stream));
    }

    private async Task AssertFoundAsync(SignedStore log, string change, string? field)
    {
        Assert.True((await log.VerifyAsync()).Holds);
        await ChangeAsync(log, change);
        var report = await log.VerifyAsync();
        Assert.Equal(field is null ? [] : [$"mt_streams.{field}"], report.Findings.Where(finding => finding.Condemns).Select(finding => finding.Field));
    }
}
