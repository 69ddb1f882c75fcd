using System.Globalization;
using Npgsql;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>A superuser who changes one byte of one row at a time, and puts it back. Nothing holds him up: no foreign key, no trigger.</summary>
internal sealed class Vandal(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<(string Table, string Column), string> types = [];

    public NpgsqlConnection Connection => connection;

    public static async Task<Vandal> OfAsync(SignedStore log)
    {
        var connection = await Sql.OwnerAsync(log.Store);
        await Sql.ExecuteAsync(connection, "set session_replication_role = replica");
        return new(connection);
    }

    /// <summary>Puts a copy of the table aside.</summary>
    /// <returns>Its rows there.</returns>
    public async Task<List<string>> PutAsideAsync(string table)
    {
        await Sql.ExecuteAsync(connection, $"drop table if exists honest; create temp table honest as table lifecycle.{table}");
        return await Sql.LinesAsync(connection, "select ctid from honest");
    }

    public async Task<int> WidthAsync(string table, string column, string row)
    {
        var width = await TypeAsync(table, column) switch
        {
            "bytea" => $"length({column})",
            "bigint" => "8",
            "integer" => "4",
            "boolean" => "1",
            "uuid" => "16",
            "timestamp with time zone" => "7",
            _ => $"coalesce(octet_length({column}::text), 0)",
        };
        return int.Parse((await Sql.LinesAsync(connection, $"select coalesce({width}, 0) from honest where ctid = '{row}'"))[0], CultureInfo.InvariantCulture);
    }

    /// <returns>Where the changed row is; null where the type does not let the byte be so, or the value is the same.</returns>
    public async Task<string?> FlipAsync(string table, string column, string row, int at)
    {
        var type = await TypeAsync(table, column);
        var flipped = type switch
        {
            "bytea" => $"set_byte({column}, {at}, get_byte({column}, {at}) # 1)",
            "bigint" => $"{column} # (1::bigint << {8 * at})",
            "integer" => $"{column} # (1 << {8 * at})",
            "boolean" => $"not {column}",
            "uuid" => $"encode(set_byte(uuid_send({column}), {at}, get_byte(uuid_send({column}), {at}) # 1), 'hex')::uuid",
            "timestamp with time zone" => $"{column} + interval '1 microsecond' * (1::bigint << {8 * at})",
            _ => $"convert_from(set_byte(convert_to({column}::text, 'UTF8'), {at}, get_byte(convert_to({column}::text, 'UTF8'), {at}) # 1), 'UTF8')::{type}",
        };
        return await ChangeAsync(table, column, row, flipped);
    }

    /// <inheritdoc cref="FlipAsync"/>
    public Task<string?> EmptyAsync(string table, string column, string row) => ChangeAsync(table, column, row, "null");

    private async Task<string?> ChangeAsync(string table, string column, string row, string by)
    {
        try
        {
            // Not an update in place: the row is taken from what was put aside.
            var changed = await Sql.LinesAsync(connection, $"update lifecycle.{table} set {column} = {by} where ctid = (select t.ctid from lifecycle.{table} t join honest h on t is not distinct from h where h.ctid = '{row}') and {by} is distinct from {column} returning ctid");
            return changed.SingleOrDefault();
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23")
        {
            return null;
        }
    }

    public Task PutBackAsync(string table, string row, string changed) =>
        Sql.ExecuteAsync(connection, $"delete from lifecycle.{table} where ctid = '{changed}'; insert into lifecycle.{table} select * from honest where ctid = '{row}'");

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<string> TypeAsync(string table, string column)
    {
        if (types.TryGetValue((table, column), out var known)) return known;
        var found = await Sql.LinesAsync(
            connection, "select data_type from information_schema.columns where table_schema = 'lifecycle' and table_name = $1 and column_name = $2", table, column);
        return types[(table, column)] = found[0];
    }
}
