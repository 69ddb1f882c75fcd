using Lifecycle.Domain.Authority;
using Lifecycle.EventStore;

namespace Lifecycle.Application.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="Problems">Everything that is wrong; when there is anything, nothing was stored.</param>
/// <param name="Streams">Streams that got events.</param>
/// <param name="Events">Events added; none when the register held all of it already.</param>
/// <param name="Publications">Of the streams, publications that the register did not hold before.</param>
/// <param name="Records">Of the streams, records that it did not hold before, one for each body.</param>
public sealed record ImportResult(IReadOnlyList<ImportProblem> Problems, int Streams, int Events, int Publications = 0, int Records = 0)
{
    internal static ImportResult Of(IReadOnlyList<ImportProblem> problems, IReadOnlyList<StreamAppend> streams)
    {
        int New(string type) => streams.Count(stream => stream.StreamType == type && stream.ExpectedVersion == 0);
        return new(problems, streams.Count, streams.Sum(stream => stream.Events.Count), New(StreamTypes.Publication), New(StreamTypes.Recommendation));
    }
}

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(int Done, int Of);

/// <summary>
/// Applies whole register files through the ordinary deciders: all of it in one append, or, when anything is refused, nothing,
/// with every refusal named. What is known already adds nothing.
/// </summary>
public sealed class RegisterImport(Database database, EventStore.EventStore store, AuthorityRules rules, TimeProvider clock)
{
    private const int TriesWhenOvertaken = 4;

    /// <param name="caller">Who brings it in; acts are recorded as those of the posts that the file names, transcribed by the caller.</param>
    /// <param name="documents">Files, in order.</param>
    /// <param name="dryRun">Only say what would happen.</param>
    /// <param name="progress">Told after every publication, record and position.</param>
    public async Task<ImportResult> RunAsync(
        Caller caller, IReadOnlyList<RegisterDocument> documents, bool dryRun, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (Permissions.Check(caller, Permissions.Import) is { } forbidden)
            return new ImportResult([new ImportProblem(new Place(documents[0].File), forbidden.Message)], 0, 0);
        for (var tries = 1; ; tries++)
        {
            var desk = new Desk(database, store, rules, ReadScope.All);
            var application = new RegisterApplication(desk, caller, clock.GetUtcNow(), progress);
            var problems = await application.ApplyAsync(documents, cancellation);
            var append = problems.Count > 0 ? null : desk.Work.ToAppend(null, null);
            var result = ImportResult.Of(problems, append?.Streams ?? []);
            if (append is null || dryRun)
                return result;
            try
            {
                await store.AppendAsync(append, cancellation);
                return result;
            }
            catch (ConflictException) when (tries < TriesWhenOvertaken)
            {
                // Another import, or a person, was there first: decide again on what they left.
            }
        }
    }
}
