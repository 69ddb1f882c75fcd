using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Lifecycle.Web.Sentences;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>An event told in full, with its number in the replay.</summary>
/// <param name="Step">1 for the first thing that happened.</param>
/// <param name="On">The day it happened.</param>
internal sealed record TellingShown(Telling Telling, int Step, DateOnly On)
{
    /// <summary>As much of what was written as a list shows; the replay shows all of it.</summary>
    public const int LongestInAList = 1_000;

    public string? Words => Telling.Words is { } words ? Phrase.Cut(words, LongestInAList) : null;

    public bool IsCut => Telling.Words?.Length > LongestInAList;

    public static TellingShown Of(RecommendationReplay life, int step)
    {
        var told = life.Steps[step - 1];
        return new(Telling.Of(told.Recorded, told.After), step, told.Recorded.EffectiveOn);
    }

    /// <summary>The last events of some types, newest first.</summary>
    public static IReadOnlyList<TellingShown> Last(RecommendationReplay life, int number, Func<IEvent, bool> which) =>
    [
        .. Enumerable.Range(1, life.Steps.Count).Reverse().Where(step => which(life.Steps[step - 1].Recorded.Event)).Take(number)
            .Select(step => Of(life, step)),
    ];
}
