using System.Globalization;
using Lifecycle.ReadModels;

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

    public static string Of(CountBasis basis) => basis switch
    {
        CountBasis.Computed => "Counted one by one",
        CountBasis.Declared => "Printed in a paper",
        CountBasis.Unknown => "Not known",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}
