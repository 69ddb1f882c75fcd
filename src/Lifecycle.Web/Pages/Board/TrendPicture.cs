using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Board;

/// <summary>A trend as a picture: where everything is drawn, and the same in words.</summary>
internal sealed class TrendPicture
{
    public const double Width = 460, Height = 250, Left = 34, Right = Width - 40, Top = 12, Bottom = Height - 30;

    private const double LeastBetweenLabels = 13;

    private readonly DateOnly _first, _last;
    private readonly double _top;

    private TrendPicture(Trend trend)
    {
        (_first, _last) = (trend.Points[0].Day, trend.Points[^1].Day);
        var most = Math.Max(trend.Points.Max(point => point.Open ?? 0), (long)Math.Ceiling(trend.Declared.Select(printed => printed.Count).DefaultIfEmpty().Max()));
        var step = Step(most);
        _top = Math.Max(step, Math.Ceiling((double)most / step) * step);
        Levels = [.. Enumerable.Range(0, (int)(_top / step) + 1).Select(at => (long)at * step)];
        Lines = Apart([.. trend.Points.GroupBy(point => point.Kind).Select((points, place) => Line([.. points], place, trend.Declared))]);
        Description = string.Join(" ", trend.Points.GroupBy(point => point.Kind).Select(InWords));
    }

    /// <summary>Lines across, by count.</summary>
    public IReadOnlyList<long> Levels { get; }

    public IReadOnlyList<TrendLine> Lines { get; }

    public string Description { get; }

    public bool HasPrinted => Lines.Any(line => line.Printed.Count > 0);

    /// <summary>Days written below: the first, the middle and the last.</summary>
    public IReadOnlyList<DateOnly> Days => [_first, _first.AddDays((_last.DayNumber - _first.DayNumber) / 2), _last];

    /// <summary>Null when nothing at all is known of these days.</summary>
    public static TrendPicture? Of(Trend trend) =>
        trend.Points.Any(point => point.Open is not null) || trend.Declared.Count > 0 ? new(trend) : null;

    public double X(DateOnly day) => _first == _last ? Right : Left + ((Right - Left) * (day.DayNumber - _first.DayNumber) / (_last.DayNumber - _first.DayNumber));

    public double Y(double count) => Bottom - ((Bottom - Top) * count / _top);

    // 1, 2, 5, 10, 20, 50 and so on: at most five lines across.
    private static long Step(long most)
    {
        for (long ten = 1; ; ten *= 10)
        {
            foreach (var step in (long[])[ten, 2 * ten, 5 * ten])
                if (step * 5 >= most) return step;
        }
    }

    private TrendLine Line(IReadOnlyList<TrendPoint> points, int place, IReadOnlyList<DeclaredOn> declared)
    {
        var stretches = new List<List<Dot>>();
        var known = false;
        foreach (var point in points)
        {
            if (point.Open is { } open)
            {
                if (!known) stretches.Add([]);
                stretches[^1].Add(new(X(point.Day), Y(open)));
            }

            known = point.Open is not null;
        }

        var kind = points[0].Kind;
        var printed = declared.Where(one => one.Kind == kind).Select(one => new Dot(X(one.Day), Y((double)one.Count))).ToList();
        return new(kind, place, stretches, printed, points[^1].Open, Y(points[^1].Open ?? 0));
    }

    // The last values stand beside the ends of the lines; where ends are close, the numbers move apart.
    private static List<TrendLine> Apart(List<TrendLine> lines)
    {
        var lowest = Bottom;
        var moved = new Dictionary<int, double>();
        foreach (var line in lines.Where(line => line.Last is not null).OrderByDescending(line => line.LabelY).ThenByDescending(line => line.Place))
        {
            moved[line.Place] = Math.Min(line.LabelY, lowest);
            lowest = moved[line.Place] - LeastBetweenLabels;
        }

        return [.. lines.Select(line => line with { LabelY = moved.GetValueOrDefault(line.Place, line.LabelY) })];
    }

    private static string InWords(IGrouping<RecordKind, TrendPoint> points)
    {
        var known = points.Where(point => point.Open is not null).ToList();
        return known.Count == 0
            ? $"{Wording.Plural(points.Key)}: not known."
            : $"{Wording.Plural(points.Key)}: {known[0].Open} on {Wording.Of(known[0].Day)}, {known[^1].Open} on {Wording.Of(known[^1].Day)}.";
    }
}
