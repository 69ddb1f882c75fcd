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
            // Days that both begin with count only for when the stretch that is cut short or drawn out began, and mostly none is.
            var last = Math.Max(0, SharedDays(was, now, began) - 1);
            var change = From(last);
            return last == 0 || change.IsNone ? change : From(BeginningOfStretch(now, last, fact));

            Change<TFacts> From(int day) => Change<TFacts>.Between(Segments(was, day, fact, began), Segments(now, day, fact, began));
        };

    /// <summary>Several facts at a time, told apart by a key.</summary>
    public static Cut<TFacts> Many<T, TFacts>(
        Func<StreamHistory, Timeline<T>?> line, Func<T, IReadOnlyList<TFacts>> facts, Func<TFacts, object> key, Func<T, DateOnly?> began)
        where T : class =>
        Whole(line, whole => Segments(whole, facts, key, began));

    /// <summary>What each day brought. Told of a day from the one before it, and until when it lasted.</summary>
    /// <param name="segments">Of a life, or of the end of one: what comes of its first day without the one before is then of no account.</param>
    public static Cut<TFacts> Days<T, TFacts>(
        Func<StreamHistory, Timeline<T>?> line, Func<IEnumerable<(DateOnly From, T State)>, List<Segment<TFacts>>> segments, Func<T, DateOnly?> began)
        where T : class => (before, after) =>
        {
            var (was, now) = (line(before), line(after));
            if (now is null) return Change<TFacts>.None;
            // Both begin with the last shared day but one, and so with the same false account of it.
            var first = Math.Max(0, SharedDays(was, now, began) - 2);
            return Change<TFacts>.Between(From(was), From(now));

            List<Segment<TFacts>> From(Timeline<T>? part) =>
                part is not null && Began(part, began) is { } beginning ? segments(Lives(part, beginning, first)) : [];
        };

    /// <summary>Cut anew whenever the part of the stream that it is made of has changed.</summary>
    /// <param name="part">Null is nothing.</param>
    public static Cut<TFacts> Whole<TPart, TFacts>(Func<StreamHistory, TPart?> part, Func<TPart, List<Segment<TFacts>>> segments)
        where TPart : class => (before, after) =>
        {
            var (was, now) = (part(before), part(after));
            return ReferenceEquals(was, now) ? Change<TFacts>.None : Change<TFacts>.Between(Of(was), Of(now));

            List<Segment<TFacts>> Of(TPart? whole) => whole is null ? [] : segments(whole);
        };

    private static int SharedDays<T>(Timeline<T>? was, Timeline<T> now, Func<T, DateOnly?> began) where T : class =>
        was is not null && Began(was, began) == Began(now, began) ? was.SharedDays(now) : 0;

    private static DateOnly? Began<T>(Timeline<T> line, Func<T, DateOnly?> began) where T : class => line.Now is { } now ? began(now) : null;

    private static int BeginningOfStretch<T, TFacts>(Timeline<T> line, int day, Func<T, TFacts?> fact)
        where T : class
        where TFacts : class
    {
        while (day > 0 && Equals(Fact(line.Days[day - 1]), Fact(line.Days[day]))) day--;
        return day;

        TFacts? Fact(TimelineDay<T> day) => day.State is { } state ? fact(state) : null;
    }

    private static List<Segment<TFacts>> Segments<T, TFacts>(
        Timeline<T>? line, int first, Func<T, TFacts?> fact, Func<T, DateOnly?> began)
        where T : class
        where TFacts : class
    {
        if (line is null || Began(line, began) is not { } beginning) return [];
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
    }

    private static List<Segment<TFacts>> Segments<T, TFacts>(
        Timeline<T> line, Func<T, IReadOnlyList<TFacts>> facts, Func<TFacts, object> key, Func<T, DateOnly?> began)
        where T : class
    {
        if (Began(line, began) is not { } beginning) return [];
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
    private static IEnumerable<(DateOnly From, T State)> Lives<T>(Timeline<T> line, DateOnly beginning, int first) where T : class
    {
        for (var i = first; i < line.Days.Length; i++)
        {
            var (day, state) = line.Days[i];
            var ends = i + 1 < line.Days.Length ? line.Days[i + 1].Day : DateOnly.MaxValue;
            if (state is not null && ends > beginning) yield return (day < beginning ? beginning : day, state);
        }
    }
}
