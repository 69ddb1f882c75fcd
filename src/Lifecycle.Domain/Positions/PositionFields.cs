using System.Globalization;
using System.Text.Json;

namespace Lifecycle.Domain.Positions;

/// <summary>Which fields of a declared position can be corrected, and how: asAt, source, note, and counts/{kind}.</summary>
internal static class PositionFields
{
    private const string Counts = "counts/";

    public static PositionDeclared Corrected(PositionDeclared position, Corrected e) => e.Field switch
    {
        "asAt" when Day.TryParse(e.Value, out var day) => position with { AsAt = day },
        "source" when e.Value is not null => position with { Source = e.Value },
        "note" => position with { Note = e.Value },
        _ when KindOf(e.Field) is { } kind && TryCount(e.Value, out var count) =>
            position with { Counts = new Dictionary<RecordKind, decimal?>(position.Counts) { [kind] = count } },
        _ => position,
    };

    public static Refusal? Unfit(string field, string? value, Act act) => field switch
    {
        "asAt" => Day.Malformed(value, act),
        "source" => Check.Required("corrected value", value, Check.Short),
        "note" => Check.Optional("corrected value", value, Check.Long),
        _ when KindOf(field) is not null => Check.When(!TryCount(value, out var count) || count < 0,
            "count_malformed", "Enter the corrected count as a number, or nothing when it is not stated.")
            ?? Check.When(IsTooExact(count), "count_too_exact", "A count may have up to 15 digits."),
        _ => new("field_not_correctable", $"'{field}' cannot be corrected. These can: asAt, source, note, and counts/recommendation and the like."),
    };

    /// <summary>More digits than every program that reads JSON keeps, so that it could not be proved.</summary>
    public static bool IsTooExact(decimal? count) =>
        count is { } number && number.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit) > 15;

    /// <summary>Null is not stated, and a legal count.</summary>
    private static bool TryCount(string? text, out decimal? count)
    {
        count = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || count is not null;
    }

    private static RecordKind? KindOf(string field) => Enum.GetValues<RecordKind>()
        .Where(kind => field == Counts + JsonSerializer.SerializeToNode(kind, EventCodec.Json)!.GetValue<string>())
        .Select(kind => (RecordKind?)kind)
        .FirstOrDefault();
}
