using Lifecycle.Ledger;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>
/// A superuser changes one byte, anywhere in the rows that make the proof: verification fails each time and names the place.
/// LEDGER_EVENTS and LEDGER_FLIPS raise the size of the large log and the number of bytes tried in it, for a night.
/// </summary>
public sealed class FlippedByteTests(PostgresFixture postgres)
{
    private static readonly int Events = Number("LEDGER_EVENTS", 1_500), Flips = Number("LEDGER_FLIPS", 40);

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["mt_streams"] = ["tenant_id", "id", "type", "version", "timestamp", "created", "is_archived"],
        ["mt_events"] = ["seq_id", "id", "stream_id", "version", "data", "bdata", "type", "timestamp", "tenant_id", "mt_dotnet_type", "correlation_id", "causation_id", "headers", "is_archived"],
        ["ledger_leaf"] = ["index", "position", "tenant_id", "body", "hash", "salts"],
        ["ledger_checkpoint"] = ["size", "note"],
        ["ledger_tile"] = ["level", "index", "hashes", "root"],
    };

    [Fact]
    public async Task No_column_is_left_out()
    {
        await using var store = await Store.NewAsync(postgres);
        await using var owner = await Sql.OwnerAsync(store);

        foreach (var (table, columns) in Columns)
            Assert.Equal(await Sql.LinesAsync(owner, "select column_name from information_schema.columns where table_schema = 'lifecycle' and table_name = $1 order by ordinal_position", table), columns);
    }

    [Theory]
    [InlineData("mt_streams")]
    [InlineData("mt_events")]
    [InlineData("ledger_leaf")]
    [InlineData("ledger_checkpoint")]
    public async Task Every_byte_of_every_row(string table)
    {
        await using var log = await SmallAsync();
        await using var vandal = await Vandal.OfAsync(log);
        await CheckAsync(log, vandal, table, Columns[table], every: 1);
    }

    [Fact]
    public async Task Bytes_at_random_of_a_large_log()
    {
        var random = new Random(20261121);
        await using var log = await SignedStore.NewAsync(postgres);
        for (var done = 0; done < Events; done += 500)
        {
            await log.AppendAtOnceAsync(Math.Min(500, Events - done));
            await log.SignAsync();
        }

        await using var vandal = await Vandal.OfAsync(log);
        foreach (var (table, columns) in Columns)
        {
            var rows = await vandal.PutAsideAsync(table);
            for (var (flipped, tries) = (0, 0); flipped < Flips / Columns.Count; tries++)
            {
                Assert.InRange(tries, 0, 20 * Flips);
                var (row, column) = (rows[random.Next(rows.Count)], columns[random.Next(columns.Length)]);
                var width = await vandal.WidthAsync(table, column, row);
                if (width > 0 && await IsFoundAsync(log, vandal, table, column, row, random.Next(width))) flipped++;
            }
        }

        Assert.Equal(new Dictionary<FindingKind, long>(), (await log.VerifyAsync()).Counts);
    }

    [Fact]
    public async Task Bytes_of_a_tile()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAtOnceAsync(260);
        await log.SignAsync();
        await using var vandal = await Vandal.OfAsync(log);
        await CheckAsync(log, vandal, "ledger_tile", ["level", "index", "root"], every: 1);
        await CheckAsync(log, vandal, "ledger_tile", ["hashes"], every: 97);
    }

    private static async Task CheckAsync(SignedStore log, Vandal vandal, string table, string[] columns, int every)
    {
        Assert.Equal(new Dictionary<FindingKind, long>(), (await log.VerifyAsync()).Counts);
        foreach (var row in await vandal.PutAsideAsync(table))
            foreach (var column in columns)
            {
                var width = await vandal.WidthAsync(table, column, row);
                for (var at = 0; at < width; at += every) await IsFoundAsync(log, vandal, table, column, row, at);
                await IsFoundAsync(log, vandal, table, column, row, null);
            }
    }

    // False when there was nothing to find. Without a byte, the whole value is taken away.
    private static async Task<bool> IsFoundAsync(SignedStore log, Vandal vandal, string table, string column, string row, int? at)
    {
        if (await (at is { } given ? vandal.FlipAsync(table, column, row, given) : vandal.EmptyAsync(table, column, row)) is not { } changed) return false;
        var report = await log.VerifyAsync();
        Assert.True(
            report.Findings.Any(finding => finding.Condemns && (finding.Index ?? finding.Position) is not null),
            $"{table}.{column}, byte {at} of {row}: {string.Join(' ', report.Findings.Select(finding => finding.Sentence))}");
        await vandal.PutBackAsync(table, row, changed);
        return true;
    }

    private async Task<SignedStore> SmallAsync()
    {
        var log = await SignedStore.NewAsync(postgres);
        await log.Store.AppendAsync(new Append([Store.Part(Guid.NewGuid(), 0, "raised")], [], null, "trace"));
        await log.SignAsync();
        await log.AppendAsync(2);
        await log.SignAsync();
        return log;
    }

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : usual;
}
