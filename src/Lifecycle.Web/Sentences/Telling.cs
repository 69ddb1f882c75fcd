using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Sentences;

/// <summary>One event told in full: who did what, when it happened and when it was recorded, and where it was read.</summary>
/// <param name="Version">Its place in the record's stream.</param>
/// <param name="Sentence">For example "The force liaison officer of West Mercia Police (flo-1) recommended closure.".</param>
/// <param name="Words">What they wrote, at length; null when nothing.</param>
/// <param name="When">Both days.</param>
/// <param name="EnteredLate">Recorded on a later day than it happened.</param>
/// <param name="Source">Where it was transcribed from, and by whom; null when nobody transcribed it.</param>
/// <param name="Rule">The authority rule applied; null when none was.</param>
public sealed record Telling(
    long Version, string Heading, string Sentence, string? Words, string When, bool EnteredLate, string? Source, string? Rule)
{
    /// <param name="state">The record with the event in it.</param>
    public static Telling Of(Recorded recorded, Recommendation? state = null)
    {
        var (told, headers) = (EventSentence.Of(recorded.Event, state), recorded.Headers);
        return new(
            recorded.Version, told.Heading, $"{Actor(headers)} {told.Did}.", told.Words, WhenOf(recorded), recorded.EnteredLate,
            SourceOf(headers), headers.AuthorityRule?.Replace("@", ", version ", StringComparison.Ordinal));
    }

    /// <summary>What was recorded after a version, in the order of recording.</summary>
    public static IReadOnlyList<Telling> Since(RecommendationReplay life, long version) =>
    [
        .. life.Steps.Where(step => step.Recorded.Version > version).OrderBy(step => step.Recorded.Version).Select(step => Of(step.Recorded, step.After)),
    ];

    private static string Actor(EventHeaders headers)
    {
        var name = headers.Role == Role.National ? Wording.Body(headers.Body) : Permissions.NameAt(headers.Role, headers.Body);
        return headers.Role switch
        {
            Role.Hmi => $"{name} ({headers.Actor})",
            Role.Lead or Role.Board => $"A {name} ({headers.Actor})",
            Role.Admin or Role.Auditor => $"An {name} ({headers.Actor})",
            _ => $"The {name} ({headers.Actor})",
        };
    }

    private static string WhenOf(Recorded recorded)
    {
        var (happened, entered) = (recorded.EffectiveOn, LondonDay.Of(recorded.RecordedAt));
        return happened == entered
            ? $"Happened and recorded on {Wording.Of(happened)}"
            : $"Happened on {Wording.Of(happened)}, recorded {Wording.Of(entered)}";
    }

    private static string? SourceOf(EventHeaders headers) => (headers.Source, headers.TranscribedBy) switch
    {
        (null, null) => null,
        ({ } source, null) => $"Transcribed from {source}",
        (null, { } by) => $"Typed in by {by}",
        ({ } source, { } by) => $"Transcribed from {source}, typed in by {by}",
    };
}
