using System.Collections.Immutable;
using Lifecycle.Domain;

namespace Lifecycle.ReadModels.Tables;

/// <summary>
/// What is known of one stream: the state on every day of its life, folded in the order in which things happened. It never
/// changes; adding an event gives a new timeline that shares the untouched past. A late entry refolds, any other adds one step.
/// </summary>
/// <param name="evolve">Folds one event into a state; null before the stream's subject exists.</param>
/// <param name="known">The events, in order of version.</param>
/// <param name="days">The state after all that had happened by each day, in order of day.</param>
internal sealed class Timeline<T>(
    Func<T?, Recorded, T?> evolve, ImmutableArray<Recorded> known, ImmutableArray<TimelineDay<T>> days)
    where T : class
{
    public static Timeline<T> Empty(Func<T?, Recorded, T?> evolve) => new(evolve, [], []);

    public ImmutableArray<TimelineDay<T>> Days => days;

    /// <summary>The state with everything known folded in; null when there is none.</summary>
    public T? Now => days.IsEmpty ? null : days[^1].State;

    /// <summary>How many days this and a later timeline of the same stream begin with in common.</summary>
    public int SharedDays(Timeline<T> later)
    {
        var shared = 0;
        var fewer = Math.Min(days.Length, later.Days.Length);
        while (shared < fewer && days[shared].Day == later.Days[shared].Day && ReferenceEquals(days[shared].State, later.Days[shared].State)) shared++;
        return shared;
    }

    public Timeline<T> With(Recorded next) =>
        days.IsEmpty || next.EffectiveOn >= days[^1].Day ? Extended(next) : Refolded(known.Add(next));

    private Timeline<T> Extended(Recorded next)
    {
        var day = new TimelineDay<T>(next.EffectiveOn, evolve(Now, next));
        var sameDay = !days.IsEmpty && days[^1].Day == next.EffectiveOn;
        return new(evolve, known.Add(next), sameDay ? days.SetItem(days.Length - 1, day) : days.Add(day));
    }

    private Timeline<T> Refolded(ImmutableArray<Recorded> all)
    {
        var refolded = ImmutableArray.CreateBuilder<TimelineDay<T>>();
        T? state = null;
        foreach (var recorded in History.InOrder(all))
        {
            state = evolve(state, recorded);
            var day = new TimelineDay<T>(recorded.EffectiveOn, state);
            if (refolded.Count > 0 && refolded[^1].Day == day.Day) refolded[^1] = day;
            else refolded.Add(day);
        }

        return new(evolve, all, refolded.ToImmutable());
    }
}

/// <summary>The state after everything that had happened by a day.</summary>
internal readonly record struct TimelineDay<T>(DateOnly Day, T? State) where T : class;
