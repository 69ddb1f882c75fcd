using Npgsql;
using NpgsqlTypes;

namespace Lifecycle.ReadModels.Tables;

/// <summary>One column of a read model: its name, how many rows' values travel as one array, and how one value is copied in bulk.</summary>
internal abstract class Column<TRow>(string name, string cast = "")
{
    public string Name => name;

    /// <summary>Tells rows of one stream apart that hold at the same time.</summary>
    public bool IsKey { get; init; }

    /// <summary>What makes the column's value of the one that travels.</summary>
    public string Cast => cast;

    public abstract NpgsqlParameter Values(IReadOnlyList<TRow> rows);

    public abstract void Copy(NpgsqlBinaryImporter importer, TRow row);

    /// <summary>The same column of a row that carries this one's inside.</summary>
    public abstract Column<TOuter> Within<TOuter>(Func<TOuter, TRow> inner);
}

/// <summary>Columns by type.</summary>
internal static class Column
{
    public static Column<TRow> Text<TRow>(string name, Func<TRow, string?> value) => Of(name, NpgsqlDbType.Text, value);

    public static Column<TRow> Key<TRow>(string name, Func<TRow, string> value) =>
        new Plain<TRow, string>(name, NpgsqlDbType.Text, value) { IsKey = true };

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
    public static Column<TRow> Ids<TRow>(string name, Func<TRow, string?> value) => new List<TRow>(name, value);

    private static Plain<TRow, TValue> Of<TRow, TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value) => new(name, type, value);

    private sealed class Plain<TRow, TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value) : Column<TRow>(name)
    {
        public override NpgsqlParameter Values(IReadOnlyList<TRow> rows)
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
            return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
        }

        public override void Copy(NpgsqlBinaryImporter importer, TRow row) => Column.Copy(importer, value(row), type);

        public override Column<TOuter> Within<TOuter>(Func<TOuter, TRow> inner) =>
            new Plain<TOuter, TValue>(Name, type, row => value(inner(row))) { IsKey = IsKey };
    }

    private sealed class List<TRow>(string name, Func<TRow, string?> value) : Column<TRow>(name, "::text[]")
    {
        public override NpgsqlParameter Values(IReadOnlyList<TRow> rows) =>
            Of(Name, NpgsqlDbType.Text, (TRow row) => value(row) is { } ids ? $"{{{ids}}}" : null).Values(rows);

        public override void Copy(NpgsqlBinaryImporter importer, TRow row) => Column.Copy(
            importer, value(row)?.Split(',', StringSplitOptions.RemoveEmptyEntries), NpgsqlDbType.Array | NpgsqlDbType.Text);

        public override Column<TOuter> Within<TOuter>(Func<TOuter, TRow> inner) => new List<TOuter>(Name, row => value(inner(row)));
    }

    private static void Copy<TValue>(NpgsqlBinaryImporter importer, TValue value, NpgsqlDbType type)
    {
        if (value is null) importer.WriteNull();
        else importer.Write(value, type);
    }
}
