using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.EventStore.Log;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>Texts of one event, in words that the person who erases them can use.</summary>
/// <param name="Subject">Reference of the record, or id of the publication or declared position.</param>
/// <param name="Event">Stored type of the event.</param>
public sealed record ErasedTexts(string Subject, long Version, string Event, IReadOnlyList<string> Fields);

/// <param name="Erased">What is erased now.</param>
/// <param name="Left">Where the same words still stand.</param>
/// <param name="AndMore">They stand in more records and reports than were looked at.</param>
public sealed record ErasureResult(IReadOnlyList<ErasedTexts> Erased, IReadOnlyList<ErasedTexts> Left, bool AndMore);

/// <summary>
/// Erases personal data that somebody typed into a text: first the events that say so are stored, then the texts go from their
/// events and, with a rebuild, from everything that is shown. Broken off in between, the same call again completes it.
/// </summary>
public sealed class Erasure(Database database, EventStore.EventStore store, TextEraser eraser, RecentRecords recent, TimeProvider clock)
{
    private static readonly Refusal TooMany = new(
        "text_in_too_many_places",
        $"More than {ErasureStreams.Most:N0} records and reports have these words: a phrase, and hardly anybody's name. Nothing is erased. Erase it without --everywhere in each place where it has to go.");

    /// <param name="subject">Reference of a record, or id of a publication or declared position.</param>
    /// <param name="everywhere">Wherever else an event has exactly the same text, it goes too.</param>
    /// <returns>Stale when somebody acted on one of the streams at this moment: nothing is stored.</returns>
    public async Task<Outcome<ErasureResult>> RunAsync(
        Caller caller, string subject, EraseText command, bool everywhere, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            return await EraseAsync(caller, subject, command, everywhere, progress, cancellation);
        }
        catch (ConflictException overtaken)
        {
            return new Outcome<ErasureResult>.Stale(overtaken.Actual);
        }
    }

    private async Task<Outcome<ErasureResult>> EraseAsync(
        Caller caller, string subject, EraseText command, bool everywhere, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        if (Permissions.Check(caller, Permissions.Erase) is { } forbidden) return new Outcome<ErasureResult>.Forbidden(forbidden);
        var streams = new ErasureStreams(database, store);
        if (await streams.FindAsync(caller.Scope, subject, cancellation) is not { } stream) return new Outcome<ErasureResult>.NotFound();

        var now = clock.GetUtcNow();
        var act = new Act(caller.Actor, caller.Role, caller.Body, now, LondonDay.Of(now));
        if (stream.Decide(command with { Act = act }) is { } refused) return new Outcome<ErasureResult>.Refused(refused);
        var (others, areAll) = await streams.AlsoSayingAsync(caller.Scope, stream, command, cancellation);
        if (everywhere)
        {
            if (!areAll) return new Outcome<ErasureResult>.Refused(TooMany);
            foreach (var (other, of) in others)
                if (other.Decide(of with { Act = act }) is { } unfit) return new Outcome<ErasureResult>.Refused(unfit);
        }

        var added = streams.ToAppend() is { } append ? (await store.AppendAsync(append, cancellation)).Events.Count : 0;
        List<(ErasureStream Stream, EraseText Command)> erased = [(stream, command), .. everywhere ? others : []];
        await eraser.EraseAsync([.. erased.Select(one => one.Stream.Texts(one.Command))], Erased.Mark, cancellation);
        // What is remembered here still has the text. Other processes notice by the version.
        foreach (var (one, _) in erased) recent.Forget(one.Subject);
        await Rebuild.RunAsync(database, [], progress, cancellation);
        return new Outcome<ErasureResult>.Done(new(Told(erased), Told(everywhere ? [] : others), !areAll), added);
    }

    private static List<ErasedTexts> Told(IEnumerable<(ErasureStream Stream, EraseText Command)> texts) =>
        [.. texts.Select(one => new ErasedTexts(one.Stream.Subject, one.Command.OfVersion, one.Stream.EventName(one.Command.OfVersion), one.Command.Fields))];
}
