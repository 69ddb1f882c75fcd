namespace Lifecycle.ReadModels.Tables;

/// <summary>How a table sees a stream: its timeline cut into the longest stretches in which facts stayed the same, and what new events change in them.</summary>
internal delegate Change<TFacts> Cut<TFacts>(StreamHistory before, StreamHistory after);

/// <summary>The ways of cutting.</summary>
internal static class Cut
{
    /// <summary>At most one fact at a time.</summary>
    /// <param name="line">The timeline; null when the stream is about something else.</param>
    /// <param name="fact">What holds in a state; null is nothing.</param>
    /// <param name="began">
    /// The day before which there was no life, by all that is known; null while there is none. What was raised later than
    /// first thought did not exist before the corrected day.
    /// </param>
    public static Cut<TFacts> One<T, TFacts>(
        Func<StreamHistory, Timeline<T>?> line, Func<T, TFacts?> fact, Func<T, DateOnly?> began)
        where T : class
        where TFacts : class => (before, after) =>
        {
            var (was, now) = (line(before), line(after));
            if (now is null) return Change<TFacts>.None;
            var same = was is not null && Began(was, began) == Began(now, began) ? was.SharedDays(now) : 0;
            return Change<TFacts>.Between(SegmentsFrom(was, same, fact, began), SegmentsFrom(now, same, fact, began));
        };

    /// <summary>Several facts at a time, told apart by a key.</summary>
    public static Cut<TFacts> Many<T, TFacts>(
        Func<StreamHistory, Timeline<T>?> line, Func<T, IReadOnlyList<TFacts>> facts, Func<TFacts, object> key, Func<T, DateOnly?> began)
        where T : class =>
        Whole(history => Segments(line(history), facts, key, began));

    /// <summary>Cut anew each time.</summary>
    public static Cut<TFacts> Whole<TFacts>(Func<StreamHistory, List<Segment<TFacts>>> segments) =>
        (before, after) => Change<TFacts>.Between(segments(before), segments(after));

    private static DateOnly? Began<T>(Timeline<T>? line, Func<T, DateOnly?> began) where T : class =>
        line?.Now is { } now ? began(now) : null;

    // From the segment on in which the last shared day lies: what is before it is the same in both.
    private static List<Segment<TFacts>> SegmentsFrom<T, TFacts>(
        Timeline<T>? line, int shared, Func<T, TFacts?> fact, Func<T, DateOnly?> began)
        where T : class
        where TFacts : class
    {
        if (line is null || Began(line, began) is not { } beginning) return [];
        var first = Math.Max(0, shared - 1);
        while (first > 0 && Equals(Fact(line.Days[first - 1]), Fact(line.Days[first]))) first--;
        var segments = new List<Segment<TFacts>>();
        foreach (var (from, state) in Lives(line, beginning, first))
        {
            var holds = fact(state);
            var open = segments.Count > 0 && segments[^1].ValidTo == DateOnly.MaxValue;
            if (open && segments[^1].Facts.Equals(holds)) continue;
            if (open) segments[^1] = segments[^1] with { ValidTo = from };
            if (holds is not null) segments.Add(new(from, DateOnly.MaxValue, holds));
        }

        return segments;

        TFacts? Fact(TimelineDay<T> day) => day.State is { } state ? fact(state) : null;
    }

    private static List<Segment<TFacts>> Segments<T, TFacts>(
        Timeline<T>? line, Func<T, IReadOnlyList<TFacts>> facts, Func<TFacts, object> key, Func<T, DateOnly?> began)
        where T : class
    {
        if (line is null || Began(line, began) is not { } beginning) return [];
        var done = new List<Segment<TFacts>>();
        var open = new Dictionary<object, Segment<TFacts>>();
        foreach (var (from, state) in Lives(line, beginning, 0))
        {
            var standing = facts(state).ToDictionary(key);
            foreach (var (about, segment) in open.ToArray())
            {
                if (standing.TryGetValue(about, out var same) && EqualityComparer<TFacts>.Default.Equals(same, segment.Facts)) continue;
                done.Add(segment with { ValidTo = from });
                open.Remove(about);
            }

            foreach (var (about, holds) in standing) open.TryAdd(about, new(from, DateOnly.MaxValue, holds));
        }

        done.AddRange(open.Values);
        return done;
    }

    /// <summary>The states of a life, each with the day from which it held.</summary>
    public static IEnumerable<(DateOnly From, T State)> Lives<T>(Timeline<T> line, DateOnly beginning, int first) where T : class
    {
        for (var i = first; i < line.Days.Length; i++)
        {
            var (day, state) = line.Days[i];
            var ends = i + 1 < line.Days.Length ? line.Days[i + 1].Day : DateOnly.MaxValue;
            if (state is not null && ends > beginning) yield return (day < beginning ? beginning : day, state);
        }
    }
}
