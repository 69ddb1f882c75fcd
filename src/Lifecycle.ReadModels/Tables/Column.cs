using Npgsql;
using NpgsqlTypes;

namespace Lifecycle.ReadModels.Tables;

/// <summary>One column of a read model: its name, how many rows' values travel as one array, and how one value is copied in bulk.</summary>
/// <param name="IsKey">Tells rows of one stream apart that hold at the same time.</param>
/// <param name="Cast">What makes the column's value of the one that travels.</param>
internal sealed record Column<TRow>(
    string Name,
    Func<IReadOnlyList<TRow>, NpgsqlParameter> Values,
    Func<NpgsqlBinaryImporter, TRow, CancellationToken, Task> CopyAsync,
    bool IsKey = false,
    string Cast = "")
{
    /// <summary>The same column of a row that carries this one's inside.</summary>
    public Column<TOuter> Within<TOuter>(Func<TOuter, TRow> inner) => new(
        Name,
        rows => Values([.. rows.Select(inner)]),
        (importer, row, ct) => CopyAsync(importer, inner(row), ct),
        IsKey,
        Cast);
}

/// <summary>Columns by type.</summary>
internal static class Column
{
    public static Column<TRow> Text<TRow>(string name, Func<TRow, string?> value) => Of(name, NpgsqlDbType.Text, value);

    public static Column<TRow> Key<TRow>(string name, Func<TRow, string> value) => Of(name, NpgsqlDbType.Text, value) with { IsKey = true };

    public static Column<TRow> Word<TRow, TEnum>(string name, Func<TRow, TEnum?> value) where TEnum : struct, Enum =>
        Of(name, NpgsqlDbType.Text, (TRow row) => value(row) is { } word ? Words.Of(word) : null);

    public static Column<TRow> Uuid<TRow>(string name, Func<TRow, Guid> value) => Of(name, NpgsqlDbType.Uuid, value);

    public static Column<TRow> Flag<TRow>(string name, Func<TRow, bool> value) => Of(name, NpgsqlDbType.Boolean, value);

    public static Column<TRow> Integer<TRow>(string name, Func<TRow, int?> value) => Of(name, NpgsqlDbType.Integer, value);

    public static Column<TRow> Bigint<TRow>(string name, Func<TRow, long> value) => Of(name, NpgsqlDbType.Bigint, value);

    public static Column<TRow> Number<TRow>(string name, Func<TRow, decimal?> value) => Of(name, NpgsqlDbType.Numeric, value);

    public static Column<TRow> Day<TRow>(string name, Func<TRow, DateOnly?> value) => Of(name, NpgsqlDbType.Date, value);

    public static Column<TRow> Moment<TRow>(string name, Func<TRow, DateTimeOffset> value) =>
        Of(name, NpgsqlDbType.TimestampTz, (TRow row) => value(row).UtcDateTime);

    /// <summary>
    /// A list of ids, given with commas between them. Arrays of arrays cannot be unnested, so they travel as array literals,
    /// in which ids need no quotes.
    /// </summary>
    public static Column<TRow> Ids<TRow>(string name, Func<TRow, string?> value) => new(
        name,
        Of(name, NpgsqlDbType.Text, (TRow row) => value(row) is { } ids ? $"{{{ids}}}" : null).Values,
        (importer, row, ct) => Copy(
            importer, value(row)?.Split(',', StringSplitOptions.RemoveEmptyEntries), NpgsqlDbType.Array | NpgsqlDbType.Text, ct),
        Cast: "::text[]");

    private static Column<TRow> Of<TRow, TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value) => new(
        name,
        rows => new NpgsqlParameter<TValue[]> { TypedValue = [.. rows.Select(value)], NpgsqlDbType = NpgsqlDbType.Array | type },
        (importer, row, ct) => Copy(importer, value(row), type, ct));

    private static Task Copy<TValue>(NpgsqlBinaryImporter importer, TValue value, NpgsqlDbType type, CancellationToken ct) =>
        value is null ? importer.WriteNullAsync(ct) : importer.WriteAsync(value, type, ct);
}
