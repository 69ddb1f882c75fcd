using System.Globalization;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Board;

/// <summary>The words that only boards need.</summary>
internal static class BoardWording
{
    public static string Of(AgeBand band) => band switch
    {
        AgeBand.New => "Under 3 months",
        AgeBand.ThreeMonths => "3 to 6 months",
        AgeBand.SixMonths => "6 to 12 months",
        AgeBand.OneYear => "12 to 24 months",
        AgeBand.TwoYears => "24 months or more",
        _ => throw new ArgumentOutOfRangeException(nameof(band)),
    };

    /// <summary>Counts and averages as papers print them: one decimal, and none where it is nought; unknown is said.</summary>
    public static string Figure(decimal? value) =>
        value is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture) : "Not known";

    /// <summary>How long a day has passed, in the largest unit of which there are two.</summary>
    public static string Late(DateOnly due, DateOnly asAt)
    {
        var days = asAt.DayNumber - due.DayNumber;
        var months = ((asAt.Year - due.Year) * 12) + asAt.Month - due.Month - (asAt.Day < due.Day ? 1 : 0);
        return months >= 24 ? $"{months / 12} years late"
            : months >= 2 ? $"{months} months late"
            : $"{Wording.Count(days, "day", "days")} late";
    }

    public static string Of(CountBasis basis) => basis switch
    {
        CountBasis.Computed => "Counted one by one",
        CountBasis.Declared => "Printed in a paper",
        CountBasis.Unknown => "Not known",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}
