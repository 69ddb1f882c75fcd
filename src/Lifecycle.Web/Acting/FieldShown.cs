namespace Lifecycle.Web.Acting;

/// <summary>A field at its place on the page.</summary>
/// <param name="Name">With the row it stands in.</param>
/// <param name="Value">What stands in it before anybody has typed.</param>
internal sealed record FieldShown(ActField Field, string Name, string? Value, ActRecord Record, EnteredFile? File)
{
    public static FieldShown Of(ActField field, ActRecord record, EnteredFile? file) => new(field, field.Name, field.Initial(record), record, file);

    public string Label => Field.LabelOn(Record);

    /// <summary>The fields of a row. The number says which row it is, because its fields have the same labels as any other's.</summary>
    public IEnumerable<FieldShown> Row(int number, IReadOnlyDictionary<string, string?>? first) => Field.Columns.Select(column =>
        new FieldShown(column, Entered.RowPrefix(Field.Name, number) + column.Name, first?.GetValueOrDefault(column.Name) ?? column.Initial(Record), Record, null));
}
