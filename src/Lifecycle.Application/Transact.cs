using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;

namespace Lifecycle.Application;

/// <summary>The one way in for a change: check the caller, load, decide, append. Pages, API and command line all enter here.</summary>
public sealed class Transact(Database database, EventStore.EventStore store, AuthorityRules rules, RecentRecords recent, TimeProvider clock)
{
    private const int TriesAtAnIdempotentAct = 4;

    /// <summary>Gives one command to one record.</summary>
    /// <exception cref="ConflictException">Somebody else's event came first, after the version was checked.</exception>
    public async Task<Outcome<Recommendation>> RunAsync(
        Caller caller, string reference, string verb, RecommendationCommand command, Request request, CancellationToken cancellation) =>
        await FromMemoryAsync(caller, reference, verb, command, request, cancellation)
        ?? await FromDatabaseAsync(caller, reference, verb, command, request, append: true, cancellation);

    /// <summary>How one command would end, without giving it: for whoever wants to look once more before a grave act.</summary>
    public Task<Outcome<Recommendation>> RehearseAsync(
        Caller caller, string reference, string verb, RecommendationCommand command, Request request, CancellationToken cancellation) =>
        FromDatabaseAsync(caller, reference, verb, command, request, append: false, cancellation);

    // What is remembered may be out of date, and only storing proves that it was not: any other answer is left to the database.
    private async Task<Outcome<Recommendation>?> FromMemoryAsync(
        Caller caller, string reference, string verb, RecommendationCommand command, Request request, CancellationToken cancellation)
    {
        if (recent.Find(reference) is not { } record || !caller.MaySee(record.Tenant) || Permissions.Check(caller, verb) is not null
            || (request.ExpectedVersion ?? record.History.Version) != record.History.Version)
            return null;
        var desk = new Desk(database, store, rules, caller.Scope);
        var stream = desk.Take(reference, record);
        try
        {
            if (await DecideAsync(desk, caller, stream, command, request, cancellation) is Decision.Accepted
                && await AppendAsync(desk, ReceiptOf(caller, request), request, cancellation) is { Repeated: false } appended)
                return Done(reference, stream, appended);
        }
        catch (ConflictException)
        {
            // Another process was there.
        }

        recent.Forget(reference);
        return null;
    }

    private async Task<Outcome<Recommendation>> FromDatabaseAsync(
        Caller caller, string reference, string verb, RecommendationCommand command, Request request, bool append, CancellationToken cancellation)
    {
        var desk = new Desk(database, store, rules, caller.Scope);
        if (await desk.FindAsync(reference, cancellation) is not { } stream || !caller.MaySee(stream.Tenant))
            return new Outcome<Recommendation>.NotFound();
        if (Permissions.Check(caller, verb) is { } forbidden)
            return new Outcome<Recommendation>.Forbidden(forbidden);
        var receipt = ReceiptOf(caller, request);
        if (receipt is not null && await store.FindAsync(receipt, cancellation) is not null)
            return new Outcome<Recommendation>.Done(stream.Before.Recommendation!, 0);
        if (request.ExpectedVersion is { } expected && expected != stream.Before.Version)
            return new Outcome<Recommendation>.Stale(stream.Before.Version);
        if (await DecideAsync(desk, caller, stream, command, request, cancellation) is Decision.Refused refused)
            return new Outcome<Recommendation>.Refused(refused.Refusal);
        return Done(reference, stream, append ? await AppendAsync(desk, receipt, request, cancellation) : null);
    }

    private async Task<Decision> DecideAsync(
        Desk desk, Caller caller, WorkStream stream, RecommendationCommand command, Request request, CancellationToken cancellation)
    {
        var usualDay = command is CorrectRecord ? stream.Before.Recommendation!.BeginsOn : LondonDay.Of(clock.GetUtcNow());
        var decision = await desk.DecideAsync(stream, command with { Act = ActOf(caller, request, usualDay) }, cancellation);
        return await LinkedRecord.MissingAsync(database, command, stream, cancellation) is { } missing ? Decision.Refuse(missing) : decision;
    }

    private Outcome<Recommendation>.Done Done(string reference, WorkStream stream, Appended? appended)
    {
        if (appended is not { Repeated: false } || stream.Happened.Count == 0)
            return new Outcome<Recommendation>.Done(stream.Now.Recommendation!, Added(appended));
        recent.Keep(reference, new KnownRecord(stream.Tenant, stream.Id, stream.Stored));
        return new Outcome<Recommendation>.Done(stream.Stored.Recommendation!, appended.Events.Count);
    }

    /// <summary>Publishes an inspection report with its records, grades and counts; what is known already adds nothing.</summary>
    public Task<Outcome<Publication>> PublishAsync(Caller caller, Publish item, Request request, CancellationToken cancellation) =>
        AgainWhenOvertakenAsync(caller, Permissions.Publish, request, async (desk, today) =>
        {
            foreach (var part in PublishedByDay.Split(item, today))
            {
                if (await desk.PublishAsync(part.Item with { Act = ActOf(caller, request, part.On) }, cancellation) is Decision.Refused refused)
                    return (refused, null);
            }

            return (Decision.Nothing, desk.Work.Find(StreamIds.Publication(item.Id))?.Now.Publication);
        }, cancellation);

    /// <summary>Declares open counts as a paper printed them.</summary>
    public Task<Outcome<DeclaredPosition>> DeclareAsync(Caller caller, DeclarePosition command, Request request, CancellationToken cancellation) =>
        AgainWhenOvertakenAsync(caller, Permissions.DeclarePosition, request, async (desk, _) =>
        (
            await desk.DeclareAsync(command with { Act = ActOf(caller, request, command.AsAt) }, cancellation),
            desk.Work.Find(StreamIds.Position(command.Position))?.Now.Position
        ), cancellation);

    // Both are idempotent by content, so losing a race means deciding again on what the winner left.
    private async Task<Outcome<T>> AgainWhenOvertakenAsync<T>(
        Caller caller, string permission, Request request, Func<Desk, DateOnly, Task<(Decision, T?)>> decide, CancellationToken cancellation)
    {
        if (Permissions.Check(caller, permission) is { } forbidden)
            return new Outcome<T>.Forbidden(forbidden);
        for (var tries = 1; ; tries++)
        {
            var desk = new Desk(database, store, rules, ReadScope.All);
            var (decision, state) = await decide(desk, LondonDay.Of(clock.GetUtcNow()));
            if (decision is Decision.Refused refused)
                return new Outcome<T>.Refused(refused.Refusal);
            if (Foreign(caller, desk) is { } notYours)
                return new Outcome<T>.Forbidden(notYours);
            try
            {
                return new Outcome<T>.Done(state!, Added(await AppendAsync(desk, ReceiptOf(caller, request), request, cancellation)));
            }
            catch (ConflictException) when (tries < TriesAtAnIdempotentAct)
            {
                // Decided on what is no longer so.
            }
        }
    }

    // A force may enter a report on itself; one that binds others is for HMICFRS or an administrator to enter.
    private static Refusal? Foreign(Caller caller, Desk desk) =>
        desk.Work.Changed.FirstOrDefault(stream => !caller.MaySee(stream.Tenant)) is { } foreign
            ? new Refusal("not_your_record", $"This would write to the records of {Bodies.Find(foreign.Tenant)?.Name ?? foreign.Tenant}. Ask HMICFRS or an administrator to enter it.")
            : null;

    // Null when there is nothing to append.
    private async Task<Appended?> AppendAsync(Desk desk, CommandReceipt? receipt, Request request, CancellationToken cancellation) =>
        desk.Work.ToAppend(receipt, request.CorrelationId) is { } append ? await store.AppendAsync(append, cancellation) : null;

    private static int Added(Appended? appended) => appended is { Repeated: false } ? appended.Events.Count : 0;

    private Act ActOf(Caller caller, Request request, DateOnly usualDay) =>
        new(caller.Actor, caller.Role, caller.Body, clock.GetUtcNow(), request.EffectiveOn ?? usualDay, Source: request.Source);

    private static CommandReceipt? ReceiptOf(Caller caller, Request request) =>
        request.Retry is { } retry ? new CommandReceipt(StreamIds.Command(caller.Actor, retry.Key), retry.Fingerprint) : null;
}
