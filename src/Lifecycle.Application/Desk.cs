using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>
/// Where commands meet streams: reads what a command needs into a <see cref="Work"/>, decides, and keeps the new events there.
/// Nothing is stored until the work is appended, so a command, a publication and a whole import are the same thing in
/// different sizes.
/// </summary>
internal sealed class Desk(Database database, EventStore.EventStore store, AuthorityRules rules, ReadScope scope)
{
    public Work Work { get; } = new();

    /// <summary>The record's stream, from this work or from the store; null when there is none in sight.</summary>
    public async Task<WorkStream?> FindAsync(string reference, CancellationToken cancellation)
    {
        if (Work.FindRecord(reference) is { } taken)
            return taken;
        return await RecommendationStream.FindAsync(database, scope, reference, cancellation) is { } found
            ? Take(reference, new KnownRecord(found.Tenant, found.Id, StreamHistory.Of(found.Events)))
            : null;
    }

    /// <summary>The record's stream as somebody else has read it.</summary>
    public WorkStream Take(string reference, KnownRecord record) =>
        Work.Take(record.Tenant, record.Stream, StreamTypes.Recommendation, record.History, reference);

    /// <summary>Decides one command on one record and keeps what it leads to.</summary>
    public async Task<Decision> DecideAsync(WorkStream stream, RecommendationCommand command, CancellationToken cancellation)
    {
        var state = stream.Now.Recommendation;
        if (command is SignOff signOff && state is { Kind: RecordKind.CauseOfConcern })
            command = signOff with { OpenChildren = await OpenChildrenAsync(state.Reference, cancellation) };
        return Keep(stream, command.Act, RecommendationDecider.Decide(command, state, rules));
    }

    /// <summary>Publishes: the publication's own events, and a stream for each new record and body addressed.</summary>
    public async Task<Decision> PublishAsync(Publish item, CancellationToken cancellation)
    {
        var stream = await TakeAsync(StreamIds.Publication(item.Id), StreamTypes.Publication, cancellation);
        var decision = Keep(stream, item.Act, PublicationDecider.Decide(item, stream.Now.Publication));
        if (decision is not Decision.Accepted accepted)
            return decision;
        var made = accepted.Events.OfType<RecordsMade>().SelectMany(made => made.Records);
        foreach (var raise in FanOut.Of(stream.Now.Publication!, made))
        {
            var onTheDay = item.Act with { EffectiveOn = raise.Raised.RaisedOn, Source = item.Act.Source ?? raise.Raised.Source };
            if (await RaiseAsync(raise with { Act = onTheDay }, cancellation) is { } refusal)
                return Decision.Refuse(refusal);
        }

        return decision;
    }

    public async Task<Decision> DeclareAsync(DeclarePosition command, CancellationToken cancellation)
    {
        var stream = await TakeAsync(StreamIds.Position(command.Position), StreamTypes.Position, cancellation);
        return Keep(stream, command.Act, DeclarePosition.Decide(command, stream.Now.Position));
    }

    // The publication has just made this record, so its stream cannot exist: nothing to read.
    private async Task<Refusal?> RaiseAsync(RaiseRecommendation raise, CancellationToken cancellation)
    {
        var raised = raise.Raised;
        var stream = Work.Take(raised.Body, raise.Stream, StreamTypes.Recommendation, StreamHistory.Empty, raised.Reference);
        return Keep(stream, raise.Act, RecommendationDecider.Decide(raise, null, rules)) is Decision.Refused refused ? refused.Refusal
            : raised.Parent is { } parent ? await AttachAsync(parent, raise, cancellation)
            : null;
    }

    // A child raised after its cause of concern is noted on the parent, so that a sign-off of the parent that is under way at
    // the same moment loses the race instead of overlooking the child.
    private async Task<Refusal?> AttachAsync(string parent, RaiseRecommendation child, CancellationToken cancellation)
    {
        var stream = await FindAsync(parent, cancellation);
        if (stream is null || stream.Before.Version == 0)
            return null;
        if (stream.Now.Recommendation!.Status.IsEnded())
            return new Refusal("parent_ended", $"The cause of concern {parent} has ended. Reopen it before adding {child.Raised.Reference}.");
        var link = new LinkRecord(LinkRelation.AnsweredBy, child.Raised.Reference, null) { Act = child.Act };
        return await DecideAsync(stream, link, cancellation) is Decision.Refused refused ? refused.Refusal : null;
    }

    private async Task<IReadOnlyList<string>> OpenChildrenAsync(string parent, CancellationToken cancellation)
    {
        var open = new List<string>();
        var stored = await RecommendationStatus.UnderAsync(database, scope, parent, cancellation);
        foreach (var reference in stored.Select(child => child.Row.Reference).Union(Work.RaisedUnder(parent)))
        {
            var child = (await FindAsync(reference, cancellation))!;
            Work.RelyOn(child);
            if (child.Now.Recommendation!.Status.IsOpen())
                open.Add(reference);
        }

        return open;
    }

    private async Task<WorkStream> TakeAsync(Guid id, string type, CancellationToken cancellation) =>
        Work.Find(id) ?? Work.Take(Bodies.Hmicfrs, id, type, await ReadAsync(id, cancellation));

    private async Task<StreamHistory> ReadAsync(Guid stream, CancellationToken cancellation) =>
        StreamHistory.Of((await store.ReadStreamAsync(scope, Bodies.Hmicfrs, stream, cancellation)).Select(Stored.Decode));

    private static Decision Keep(WorkStream stream, Act act, Decision decision)
    {
        if (decision is Decision.Accepted accepted)
            stream.Record(act, accepted.Events);
        return decision;
    }
}
