using Npgsql;
using NpgsqlTypes;

namespace Lifecycle.ReadModels.Tables;

/// <summary>One column of a read model: its name, how many rows' values travel as one array, and how one value is copied in bulk.</summary>
internal abstract class Column<TRow>(string name, string cast = "")
{
    public string Name => name;

    /// <summary>Tells rows of one stream apart that hold at the same time.</summary>
    public bool IsKey { get; init; }

    /// <summary>Hardly ever changes once it is written: a row that changes is updated without it, unless it did.</summary>
    public bool IsSettled { get; init; }

    /// <summary>What makes the column's value of the one that travels.</summary>
    public string Cast => cast;

    public abstract NpgsqlParameter Value(TRow row);

    public abstract NpgsqlParameter Values(IReadOnlyList<TRow> rows);

    public abstract void Copy(TRow row, CopyBuffer into);

    public abstract bool Same(TRow one, TRow other);

    /// <summary>The column as one that hardly ever changes.</summary>
    public abstract Column<TRow> Settled();

    /// <summary>The same column of a row that carries this one's inside.</summary>
    public abstract Column<TOuter> Within<TOuter>(Func<TOuter, TRow> inner);
}

/// <summary>Columns by type.</summary>
internal static class Column
{
    public static Column<TRow> Text<TRow>(string name, Func<TRow, string?> value) => Of(name, NpgsqlDbType.Text, value, static (into, text) => into.Write(text));

    public static Column<TRow> Key<TRow>(string name, Func<TRow, string> value) =>
        new Plain<TRow, string>(name, NpgsqlDbType.Text, value, static (into, key) => into.Write(key)) { IsKey = true };

    public static Column<TRow> Word<TRow, TEnum>(string name, Func<TRow, TEnum?> value) where TEnum : struct, Enum =>
        Of(name, NpgsqlDbType.Text, (TRow row) => value(row) is { } word ? Words.Of(word) : null, static (into, word) => into.Write(word));

    public static Column<TRow> Uuid<TRow>(string name, Func<TRow, Guid> value) => Of(name, NpgsqlDbType.Uuid, value, static (into, id) => into.Write(id));

    public static Column<TRow> Flag<TRow>(string name, Func<TRow, bool> value) => Of(name, NpgsqlDbType.Boolean, value, static (into, flag) => into.Write(flag));

    public static Column<TRow> FlagOrNull<TRow>(string name, Func<TRow, bool?> value) => Of(name, NpgsqlDbType.Boolean, value, static (into, flag) => into.Write(flag));

    public static Column<TRow> Integer<TRow>(string name, Func<TRow, int?> value) => Of(name, NpgsqlDbType.Integer, value, static (into, number) => into.Write(number));

    public static Column<TRow> Small<TRow>(string name, Func<TRow, short?> value) => Of(name, NpgsqlDbType.Smallint, value, static (into, number) => into.Write(number));

    public static Column<TRow> Bigint<TRow>(string name, Func<TRow, long> value) => Of(name, NpgsqlDbType.Bigint, value, static (into, number) => into.Write(number));

    public static Column<TRow> Number<TRow>(string name, Func<TRow, decimal?> value) => Of(name, NpgsqlDbType.Numeric, value, static (into, number) => into.Write(number));

    public static Column<TRow> Day<TRow>(string name, Func<TRow, DateOnly?> value) => Of(name, NpgsqlDbType.Date, value, static (into, day) => into.Write(day));

    public static Column<TRow> Moment<TRow>(string name, Func<TRow, DateTimeOffset> value) =>
        Of(name, NpgsqlDbType.TimestampTz, (TRow row) => value(row).UtcDateTime, static (into, moment) => into.Write(moment));

    /// <summary>Of rows that are never compared: bytes are the same only if they are one array.</summary>
    public static Column<TRow> Bytes<TRow>(string name, Func<TRow, byte[]> value) => Of(name, NpgsqlDbType.Bytea, value, static (into, bytes) => into.Write(bytes));

    /// <summary>
    /// A list of ids, given with commas between them. Arrays of arrays cannot be unnested, so they travel as array literals,
    /// in which ids need no quotes.
    /// </summary>
    public static Column<TRow> Ids<TRow>(string name, Func<TRow, string?> value) => new List<TRow>(name, value);

    private static Plain<TRow, TValue> Of<TRow, TValue>(
        string name, NpgsqlDbType type, Func<TRow, TValue> value, Action<CopyBuffer, TValue> copy) => new(name, type, value, copy);

    private sealed class Plain<TRow, TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value, Action<CopyBuffer, TValue> copy)
        : Column<TRow>(name)
    {
        public override NpgsqlParameter Value(TRow row) => new NpgsqlParameter<TValue> { TypedValue = value(row), NpgsqlDbType = type };

        public override NpgsqlParameter Values(IReadOnlyList<TRow> rows)
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
            return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
        }

        public override void Copy(TRow row, CopyBuffer into) => copy(into, value(row));

        public override bool Same(TRow one, TRow other) => EqualityComparer<TValue>.Default.Equals(value(one), value(other));

        public override Column<TRow> Settled() => new Plain<TRow, TValue>(Name, type, value, copy) { IsKey = IsKey, IsSettled = true };

        public override Column<TOuter> Within<TOuter>(Func<TOuter, TRow> inner) =>
            new Plain<TOuter, TValue>(Name, type, row => value(inner(row)), copy) { IsKey = IsKey, IsSettled = IsSettled };
    }

    private sealed class List<TRow>(string name, Func<TRow, string?> value) : Column<TRow>(name, "::text[]")
    {
        public override NpgsqlParameter Value(TRow row) => Literals.Value(row);

        public override NpgsqlParameter Values(IReadOnlyList<TRow> rows) => Literals.Values(rows);

        public override void Copy(TRow row, CopyBuffer into) => into.Write(value(row)?.Split(',', StringSplitOptions.RemoveEmptyEntries));

        public override bool Same(TRow one, TRow other) => value(one) == value(other);

        public override Column<TRow> Settled() => new List<TRow>(Name, value) { IsSettled = true };

        public override Column<TOuter> Within<TOuter>(Func<TOuter, TRow> inner) => new List<TOuter>(Name, row => value(inner(row))) { IsSettled = IsSettled };

        private Column<TRow> Literals => Text(Name, (TRow row) => value(row) is { } ids ? $"{{{ids}}}" : null);
    }
}
