using Lifecycle.Ledger;
using Lifecycle.Testing;
using Npgsql;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>
/// A superuser changes one byte, anywhere in the rows that make the proof: verification fails each time and names the place.
/// Not covered, because nothing could: when a checkpoint was stored (signed_at), which is no part of what is signed.
/// </summary>
public sealed class FlippedByteTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("mt_events", "seq_id", "id", "stream_id", "version", "type", "timestamp", "tenant_id", "correlation_id", "causation_id", "mt_dotnet_type", "data", "headers")]
    [InlineData("ledger_leaf", "index", "position", "tenant_id", "body", "hash", "salts", "source")]
    [InlineData("ledger_checkpoint", "size", "note")]
    public async Task Every_byte_of_every_row(string table, params string[] columns)
    {
        await using var log = await SmallAsync();
        await using var vandal = await VandalAsync(log);
        await CheckAsync(log, vandal, table, columns, every: 1);
    }

    [Fact]
    public async Task Bytes_of_a_tile()
    {
        await using var log = await SignedStore.NewAsync(postgres);
        await log.AppendAtOnceAsync(260);
        await log.SignAsync();
        await using var vandal = await VandalAsync(log);
        await CheckAsync(log, vandal, "ledger_tile", ["level", "index", "root"], every: 1);
        await CheckAsync(log, vandal, "ledger_tile", ["hashes"], every: 97);
    }

    [Theory]
    [InlineData("bdata = '\\x00'")]
    [InlineData("is_archived = true")]
    [InlineData("mt_dotnet_type = 'X'")]
    [InlineData("causation_id = 'X'")]
    [InlineData("headers = null")]
    [InlineData("data = '{}'")]
    [InlineData("timestamp = 'infinity'")]
    [InlineData("timestamp = '-infinity'")]
    public async Task What_was_empty_and_is_not_or_the_other_way_round(string change)
    {
        await using var log = await SmallAsync();
        await using var vandal = await VandalAsync(log);
        await Sql.ExecuteAsync(vandal, $"update lifecycle.mt_events set {change} where seq_id = 2");

        var report = await log.VerifyAsync();

        Assert.Contains(report.Findings, finding => finding.Condemns && finding.Position == 2);
    }

    private static async Task CheckAsync(SignedStore log, NpgsqlConnection vandal, string table, string[] columns, int every)
    {
        Assert.Equal(new Dictionary<FindingKind, long>(), (await log.VerifyAsync()).Counts);
        await Sql.ExecuteAsync(vandal, $"create temp table honest as table lifecycle.{table}");
        foreach (var row in await Sql.LinesAsync(vandal, "select ctid from honest"))
            foreach (var column in columns)
            {
                var width = int.Parse((await Sql.LinesAsync(vandal, $"select {await WidthAsync(vandal, table, column)} from honest where ctid = '{row}'"))[0], System.Globalization.CultureInfo.InvariantCulture);
                for (var at = 0; at < width; at += every)
                {
                    if (!await FlipAsync(vandal, table, column, row, at)) continue;
                    var report = await log.VerifyAsync();
                    Assert.True(
                        report.Findings.Any(finding => finding.Condemns && (finding.Index ?? finding.Position) is not null),
                        $"{table}.{column}, byte {at} of {row}: {string.Join(' ', report.Findings.Select(finding => finding.Sentence))}");
                    await Sql.ExecuteAsync(vandal, $"delete from lifecycle.{table}; insert into lifecycle.{table} select * from honest");
                }
            }

        await Sql.ExecuteAsync(vandal, "drop table honest");
    }

    private static async Task<string> WidthAsync(NpgsqlConnection vandal, string table, string column) => await TypeAsync(vandal, table, column) switch
    {
        "bytea" => $"length({column})",
        "bigint" => "8",
        "integer" => "4",
        "uuid" => "16",
        "timestamp with time zone" => "7",
        _ => $"coalesce(octet_length({column}::text), 0)",
    };

    // False where the type does not let the byte be so, or the value is the same.
    private static async Task<bool> FlipAsync(NpgsqlConnection vandal, string table, string column, string row, int at)
    {
        var type = await TypeAsync(vandal, table, column);
        var flipped = type switch
        {
            "bytea" => $"set_byte({column}, {at}, get_byte({column}, {at}) # 1)",
            "bigint" => $"{column} # (1::bigint << {8 * at})",
            "integer" => $"{column} # (1 << {8 * at})",
            "uuid" => $"encode(set_byte(uuid_send({column}), {at}, get_byte(uuid_send({column}), {at}) # 1), 'hex')::uuid",
            "timestamp with time zone" => $"{column} + interval '1 microsecond' * (1::bigint << {8 * at})",
            _ => $"convert_from(set_byte(convert_to({column}::text, 'UTF8'), {at}, get_byte(convert_to({column}::text, 'UTF8'), {at}) # 1), 'UTF8')::{type}",
        };
        try
        {
            // Not an update in place: the row is taken from what was put aside.
            return await Sql.ExecuteAsync(vandal, $"update lifecycle.{table} set {column} = {flipped} where ctid = (select t.ctid from lifecycle.{table} t join honest h on t is not distinct from h where h.ctid = '{row}') and {flipped} is distinct from {column}") == 1;
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23")
        {
            return false;
        }
    }

    private static async Task<string> TypeAsync(NpgsqlConnection vandal, string table, string column) => (await Sql.LinesAsync(
        vandal, "select data_type from information_schema.columns where table_schema = 'lifecycle' and table_name = $1 and column_name = $2", table, column))[0];

    private async Task<SignedStore> SmallAsync()
    {
        var log = await SignedStore.NewAsync(postgres);
        await log.Store.AppendAsync(new Append([Store.Part(Guid.NewGuid(), 0, "raised")], [], null, "trace"));
        await log.SignAsync();
        await log.AppendAsync(2);
        await log.SignAsync();
        return log;
    }

    // Nothing holds him up: no foreign key, no trigger.
    private static async Task<NpgsqlConnection> VandalAsync(SignedStore log)
    {
        var vandal = await Sql.OwnerAsync(log.Store);
        await Sql.ExecuteAsync(vandal, "set session_replication_role = replica");
        return vandal;
    }
}
