using System.Diagnostics;
using Npgsql;

namespace Lifecycle.Bench.Floors;

/// <summary>The floor of whatever writes many rows: binary COPY of the very rows that it wrote, into an empty database of the same schema.</summary>
internal sealed class RowCopy
{
    private readonly List<(string Table, byte[] Rows)> _tables = [];

    /// <summary>All rows of the register, or those of the streams that came into being at the same moment as the one named.</summary>
    public static async Task<RowCopy> TakeAsync(Register register, Guid? togetherWith, CancellationToken cancellation)
    {
        var copy = new RowCopy();
        await using var connection = await register.Plain.OpenConnectionAsync(cancellation);
        foreach (var (table, stream, columns) in await TablesAsync(connection, cancellation))
        {
            var rows = togetherWith is null ? "" : $" where {stream} in (select id from lifecycle.mt_streams where created = (select created from lifecycle.mt_streams where id = '{togetherWith}'))";
            var named = $"lifecycle.{table} ({columns})";
            using var bytes = new MemoryStream();
            await using (var from = await connection.BeginRawBinaryCopyAsync($"copy (select {columns} from lifecycle.{table}{rows}) to stdout (format binary)", cancellation))
                await from.CopyToAsync(bytes, cancellation);
            copy._tables.Add((named, bytes.ToArray()));
        }

        return copy;
    }

    /// <summary>Puts the rows into a database without any, in one transaction; returns how long that took.</summary>
    public async Task<TimeSpan> IntoAsync(Register empty, CancellationToken cancellation)
    {
        await using var connection = await empty.Plain.OpenConnectionAsync(cancellation);
        var started = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var (table, rows) in _tables)
        {
            await using var into = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)", cancellation);
            await into.WriteAsync(rows, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<List<(string Table, string Stream, string Columns)>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SqlText.Of("tables_of_streams"), connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<(string, string, string)>();
        while (await reader.ReadAsync(cancellation)) tables.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return tables;
    }
}
