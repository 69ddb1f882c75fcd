using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;

namespace Lifecycle.Application;

/// <summary>The one way in for a change: check the caller, load, decide, append. Pages, API and command line all enter here.</summary>
public sealed class Transact(Database database, EventStore.EventStore store, AuthorityRules rules, TimeProvider clock)
{
    private const int TriesAtAnIdempotentAct = 4;

    /// <summary>Gives one command to one record.</summary>
    /// <exception cref="ConflictException">Somebody else's event came first, after the version was checked.</exception>
    public async Task<Outcome<Recommendation>> RunAsync(
        Caller caller, string reference, string verb, RecommendationCommand command, Request request, CancellationToken cancellation)
    {
        var desk = new Desk(database, store, rules, caller.Scope);
        if (await desk.FindAsync(reference, cancellation) is not { } stream || !caller.MaySee(stream.Tenant))
            return new Outcome<Recommendation>.NotFound();
        if (Permissions.Check(caller, verb) is { } forbidden)
            return new Outcome<Recommendation>.Forbidden(forbidden);
        var state = stream.Recommendation()!;
        var receipt = ReceiptOf(caller, request);
        if (receipt is not null && await store.FindAsync(receipt, cancellation) is not null)
            return new Outcome<Recommendation>.Done(state, 0);
        if (request.ExpectedVersion is { } expected && expected != stream.Before.Count)
            return new Outcome<Recommendation>.Stale(stream.Before.Count);

        var usualDay = command is CorrectRecord ? state.BeginsOn : LondonDay.Of(clock.GetUtcNow());
        if (await desk.DecideAsync(stream, command with { Act = ActOf(caller, request, usualDay) }, cancellation) is Decision.Refused refused)
            return new Outcome<Recommendation>.Refused(refused.Refusal);
        return new Outcome<Recommendation>.Done(stream.Recommendation()!, await AppendAsync(desk, receipt, request, cancellation));
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

            return (Decision.Nothing, desk.Work.Find(StreamIds.Publication(item.Id))?.Publication());
        }, cancellation);

    /// <summary>Declares open counts as a paper printed them.</summary>
    public Task<Outcome<DeclaredPosition>> DeclareAsync(Caller caller, DeclarePosition command, Request request, CancellationToken cancellation) =>
        AgainWhenOvertakenAsync(caller, Permissions.DeclarePosition, request, async (desk, _) =>
        (
            await desk.DeclareAsync(command with { Act = ActOf(caller, request, command.AsAt) }, cancellation),
            desk.Work.Find(StreamIds.Position(command.Position))?.Position()
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
                return new Outcome<T>.Done(state!, await AppendAsync(desk, ReceiptOf(caller, request), request, cancellation));
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

    private async Task<int> AppendAsync(Desk desk, CommandReceipt? receipt, Request request, CancellationToken cancellation)
    {
        if (desk.Work.ToAppend(receipt, request.CorrelationId) is not { } append)
            return 0;
        var appended = await store.AppendAsync(append, cancellation);
        return appended.Repeated ? 0 : appended.Events.Count;
    }

    private Act ActOf(Caller caller, Request request, DateOnly usualDay) =>
        new(caller.Actor, caller.Role, caller.Body, clock.GetUtcNow(), request.EffectiveOn ?? usualDay, Source: request.Source);

    private static CommandReceipt? ReceiptOf(Caller caller, Request request) =>
        request.Retry is { } retry ? new CommandReceipt(StreamIds.Command(caller.Actor, retry.Key), retry.Fingerprint) : null;
}
