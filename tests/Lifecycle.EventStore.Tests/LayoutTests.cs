using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests;

/// <summary>The tables are those that Marten 9 creates: a Marten store opened on this database finds what it expects.</summary>
public sealed class LayoutTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("mt_streams", """
        tenant_id | character varying | not null | '*DEFAULT*'::character varying
        id | uuid | not null | -
        type | character varying | null | -
        version | bigint | null | -
        timestamp | timestamp with time zone | not null | now()
        created | timestamp with time zone | not null | now()
        is_archived | boolean | null | false
        """)]
    [InlineData("mt_events", """
        seq_id | bigint | not null | -
        id | uuid | not null | -
        stream_id | uuid | null | -
        version | bigint | not null | -
        data | jsonb | not null | -
        bdata | bytea | null | -
        type | character varying(500) | not null | -
        timestamp | timestamp with time zone | not null | now()
        tenant_id | character varying | null | '*DEFAULT*'::character varying
        mt_dotnet_type | character varying | null | -
        correlation_id | character varying | null | -
        causation_id | character varying | null | -
        headers | jsonb | null | -
        is_archived | boolean | null | false
        """)]
    [InlineData("mt_event_progression", """
        name | character varying | not null | -
        last_seq_id | bigint | null | -
        last_updated | timestamp with time zone | null | transaction_timestamp()
        """)]
    public async Task Columns_are_Martens_in_order_type_null_and_default(string table, string expected) =>
        Assert.Equal(Lines(expected), await AskAsync("""
            select a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' else 'null' end,
                   pg_get_expr(d.adbin, d.adrelid)
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = ('lifecycle.' || $1)::regclass and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """, table));

    [Fact]
    public async Task Keys_are_Martens_by_name_and_by_column() =>
        Assert.Equal(
            Lines("""
                fkey_mt_events_stream_id_tenant_id | FOREIGN KEY (tenant_id, stream_id) REFERENCES lifecycle.mt_streams(tenant_id, id)
                pk_mt_event_progression | PRIMARY KEY (name)
                pkey_mt_events_seq_id | PRIMARY KEY (seq_id)
                pkey_mt_streams_tenant_id_id | PRIMARY KEY (tenant_id, id)
                """),
            await AskAsync("""
                select conname, pg_get_constraintdef(oid) from pg_constraint
                where conrelid::regclass::text like 'lifecycle.mt\_%' and contype <> 'n'
                order by conname
                """));

    [Fact]
    public async Task Indexes_beside_the_keys_are_Martens() =>
        Assert.Equal(
            ["CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON lifecycle.mt_events USING btree (tenant_id, stream_id, version)"],
            await AskAsync("""
                select pg_get_indexdef(indexrelid) from pg_index
                where indrelid::regclass::text like 'lifecycle.mt\_%'
                  and not exists (select from pg_constraint where conindid = indexrelid and contype = 'p')
                """));

    [Fact]
    public async Task The_sequence_belongs_to_the_position() =>
        Assert.Equal(["lifecycle.mt_events_sequence"], await AskAsync("select pg_get_serial_sequence('lifecycle.mt_events', 'seq_id')"));

    private async Task<List<string>> AskAsync(string sql, params object[] parameters)
    {
        await using var store = await Store.NewAsync(postgres);
        await using var owner = await Sql.OwnerAsync(store);
        return await Sql.LinesAsync(owner, sql, parameters);
    }

    private static string[] Lines(string text) => text.Split('\n');
}
