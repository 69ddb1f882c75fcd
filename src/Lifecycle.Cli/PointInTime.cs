using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Command = System.CommandLine.Command;

namespace Lifecycle.Cli;

/// <summary>The two options of every read: as at a day, known at a moment.</summary>
internal sealed class PointInTime
{
    private readonly Option<DateOnly?> _asAt = new("--as-at")
    {
        Description = "What had happened by the end of this day, for example 2023-09-04. Today when left out.",
        CustomParser = result => Read(result, text => Day(text), "a day such as 2023-09-04"),
    };

    private readonly Option<DateTimeOffset?> _knownAt = new("--known-at")
    {
        Description = "What had been recorded by this moment: a time in UTC such as 2023-09-04T17:00:00Z, or a day. Now when left out.",
        CustomParser = result => Read(result, Moment, "a time in UTC such as 2023-09-04T17:00:00Z, or a day such as 2023-09-04"),
    };

    public PointInTime(Command command)
    {
        command.Add(_asAt);
        command.Add(_knownAt);
    }

    public AsOf Of(ParseResult parsed, Session session) => session.AsOf(parsed.GetValue(_asAt), parsed.GetValue(_knownAt));

    private static T? Read<T>(ArgumentResult result, Func<string, T?> read, string wanted) where T : struct
    {
        var text = result.Tokens.Single().Value;
        var value = read(text);
        if (value is null)
            result.AddError($"'{text}' is not {wanted}.");
        return value;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset? Moment(string text) =>
        Day(text) is { Year: > 1 and < 9999 } day ? LondonDay.EndOf(day)
        : text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? moment
        : null;
}
