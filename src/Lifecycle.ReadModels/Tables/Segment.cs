namespace Lifecycle.ReadModels.Tables;

/// <summary>Facts that held from one day until, not including, another; open-ended until <see cref="DateOnly.MaxValue"/>, which PostgreSQL holds as infinity.</summary>
internal readonly record struct Segment<TFacts>(DateOnly ValidFrom, DateOnly ValidTo, TFacts Facts);

/// <summary>What new events change in the segments of a stream: those that no longer hold, and those that do instead.</summary>
internal readonly record struct Change<TFacts>(IReadOnlyList<Segment<TFacts>> Ended, IReadOnlyList<Segment<TFacts>> Made)
{
    public static Change<TFacts> None { get; } = new([], []);

    public bool IsNone => Ended.Count == 0 && Made.Count == 0;

    public static Change<TFacts> Between(List<Segment<TFacts>> before, List<Segment<TFacts>> after)
    {
        // A change is in one place, mostly at the end: what both begin and end with needs no searching.
        var (first, shorter) = (0, Math.Min(before.Count, after.Count));
        while (first < shorter && before[first] == after[first]) first++;
        var last = 0;
        while (last < shorter - first && before[^(last + 1)] == after[^(last + 1)]) last++;
        if (first + last == before.Count && first + last == after.Count) return None;
        var (ended, made) = (before[first..^last], after[first..^last]);
        return new([.. ended.Where(segment => !made.Contains(segment))], [.. made.Where(segment => !ended.Contains(segment))]);
    }
}
