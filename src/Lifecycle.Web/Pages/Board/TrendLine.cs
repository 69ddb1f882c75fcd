using System.Globalization;
using Lifecycle.Domain;

namespace Lifecycle.Web.Pages.Board;

/// <summary>A point of the picture.</summary>
internal readonly record struct Dot(double X, double Y)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X:0.#},{Y:0.#}");
}

/// <summary>One kind in the picture of a trend, told apart by its dashes and marks, and only then by its colour.</summary>
/// <param name="Place">0 for the first line.</param>
/// <param name="Stretches">Where it is known, without a break.</param>
/// <param name="Printed">What papers printed.</param>
/// <param name="Last">What it ends with; null when it is not known on the last day.</param>
internal sealed record TrendLine(
    RecordKind Kind, int Place, IReadOnlyList<IReadOnlyList<Dot>> Stretches, IReadOnlyList<Dot> Printed, long? Last, double LabelY)
{
    private const double Half = 3.5;

    public string? Dashes => Dash(Place);

    public static string? Dash(int place) => (place % 5) switch { 0 => null, 1 => "7 4", 2 => "2 3", 3 => "9 3 2 3", _ => "12 4" };

    /// <summary>The outline of the line's mark at a point: a circle, a square, a triangle, a cross or a triangle upside down.</summary>
    public static string Mark(int place, Dot at) => (place % 5) switch
    {
        0 => Path($"M{at.X - Half:0.#} {at.Y:0.#}a{Half} {Half} 0 1 0 {2 * Half} 0a{Half} {Half} 0 1 0 {-2 * Half} 0z"),
        1 => Path($"M{at.X - Half:0.#} {at.Y - Half:0.#}h{2 * Half}v{2 * Half}h{-2 * Half}z"),
        2 => Path($"M{at.X:0.#} {at.Y - Half - 1:0.#}l{Half + 1} {2 * Half}h{-2 * (Half + 1)}z"),
        3 => Path($"M{at.X - Half:0.#} {at.Y - Half:0.#}l{2 * Half} {2 * Half}m{-2 * Half} 0l{2 * Half} {-2 * Half}"),
        _ => Path($"M{at.X:0.#} {at.Y + Half + 1:0.#}l{Half + 1} {-2 * Half}h{-2 * (Half + 1)}z"),
    };

    /// <summary>What papers printed is a hollow diamond, whichever the kind.</summary>
    public static string Diamond(Dot at) => Path($"M{at.X:0.#} {at.Y - 6:0.#}l6 6l-6 6l-6 -6z");

    private static string Path(FormattableString path) => FormattableString.Invariant(path);
}
