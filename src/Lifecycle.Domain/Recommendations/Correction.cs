using System.Collections.Immutable;
using System.Globalization;

namespace Lifecycle.Domain.Recommendations;

// What a correction can put right. Kept apart from the other events because it is the only one that reads text.
public sealed partial record Recommendation
{
    /// <summary>Fields of a record that can be corrected, named as in the API.</summary>
    public static ImmutableArray<string> CorrectableFields { get; } = ["title", "summary", "raisedOn", "numberAsPrinted", "source"];

    public Recommendation Apply(Corrected e)
    {
        var corrected = this with { Corrections = Corrections.Add(e) };
        return e.Field switch
        {
            "title" when e.Value is not null => corrected with { Title = e.Value },
            "summary" when e.Value is not null => corrected with { Summary = e.Value },
            "raisedOn" when Day.TryParse(e.Value, out var day) =>
                corrected with { RaisedOn = day },
            _ => corrected,
        };
    }

    /// <summary>The value that stands for a correctable field.</summary>
    internal string? ValueOf(string field) => field switch
    {
        "title" => Title,
        "summary" => Summary,
        "raisedOn" => RaisedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "numberAsPrinted" => Corrections.LastOrDefault(e => e.Field == field) is { } e ? e.Value : Raised.NumberAsPrinted,
        "source" => Corrections.LastOrDefault(e => e.Field == field) is { } e ? e.Value : Raised.Source,
        _ => null,
    };
}
