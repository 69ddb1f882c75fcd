using System.Globalization;

namespace Lifecycle.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Ours">What the product does.</param>
/// <param name="Floor">What it is held against, measured in the same run.</param>
/// <param name="Unit">Of both.</param>
/// <param name="Target">In words; null where the number is shown only.</param>
/// <param name="Met">Whether the target is; null where there is none.</param>
public sealed record Row(string Measure, double Ours, double Floor, string Unit, string? Target, bool? Met)
{
    /// <summary>Ours for one of the floor's.</summary>
    public double Ratio => Ours == Floor ? 1 : Ours / Floor;

    internal static Row Shown(string measure, Pair pair, string unit) => new(measure, pair.Ours, pair.Floor, unit, null, null);

    /// <summary>The more the better, as a ratio.</summary>
    internal static Row AtLeast(double ratio, string measure, Pair pair, string unit)
    {
        var row = Shown(measure, pair, unit);
        return row with { Target = string.Create(CultureInfo.InvariantCulture, $"ratio ≥ {ratio:0.##}"), Met = row.Ratio >= ratio };
    }

    /// <summary>The less the better, as a ratio.</summary>
    internal static Row AtMost(double ratio, string measure, Pair pair, string unit)
    {
        var row = Shown(measure, pair, unit);
        return row with { Target = string.Create(CultureInfo.InvariantCulture, $"ratio ≤ {ratio:0.##}"), Met = row.Ratio <= ratio };
    }

    /// <summary>The less the better, as a number.</summary>
    internal static Row Within(double limit, string measure, Pair pair, string unit) => Shown(measure, pair, unit) with
    {
        Target = string.Create(CultureInfo.InvariantCulture, $"≤ {limit:#,0} {unit}"),
        Met = pair.Ours <= limit,
    };
}

/// <summary>The same thing done by the product and by its floor.</summary>
internal readonly record struct Pair(double Ours, double Floor);
