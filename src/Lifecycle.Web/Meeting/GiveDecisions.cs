using System.Collections.Immutable;
using Lifecycle.Application;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Acting;
using Lifecycle.Web.Sentences;

namespace Lifecycle.Web.Meeting;

/// <summary>Gives the decisions of a meeting one by one. One that conflicts or is refused does not stop the others.</summary>
internal sealed class GiveDecisions(Transact transact, Reads reads, AuthorityRules rules)
{
    public async Task<SignOffMeeting> GiveAsync(Caller caller, SignOffMeeting meeting, DateOnly today, CancellationToken cancellation)
    {
        var items = ImmutableList.CreateBuilder<MeetingItem>();
        foreach (var item in meeting.Items)
            items.Add(item with { Result = await ResultAsync(caller, item, today, cancellation) });
        return meeting with { Items = items.ToImmutable() };
    }

    private async Task<MeetingResult> ResultAsync(Caller caller, MeetingItem item, DateOnly today, CancellationToken cancellation)
    {
        if (MeetingCommands.Of(item.Decision) is not var (verb, command)) return new(false, "You left it for later. It stays in the queue.", []);
        try
        {
            var outcome = await transact.GiveAsync(
                caller, item.Reference, verb, command, MeetingCommands.Request(item, item.Decision!), rehearse: false, cancellation);
            return outcome switch
            {
                Outcome<Recommendation>.Done done => new(true, WhatNow.Of(done.State, rules, today), [], done.State.Version),
                Outcome<Recommendation>.Refused refused => new(false, refused.Refusal.Message, []),
                Outcome<Recommendation>.Forbidden forbidden => new(false, forbidden.Refusal.Message, []),
                Outcome<Recommendation>.Stale => await OvertakenAsync(caller, item, today, cancellation),
                _ => new(false, "The record is no longer there for you to see.", []),
            };
        }
        catch (Exception e) when (Trouble.Of(e) is { } trouble)
        {
            return new(false, Sentence(trouble.Kind), []);
        }
    }

    private async Task<MeetingResult> OvertakenAsync(Caller caller, MeetingItem item, DateOnly today, CancellationToken cancellation)
    {
        var life = await reads.ReplayAsync(caller, item.Reference, new AsOf(today), cancellation);
        return new(
            false, "Somebody acted on it after you had looked at it.",
            life is null ? [] : [.. Telling.Since(life, item.Decision!.Version).Select(telling => telling.Sentence)]);
    }

    private static string Sentence(TroubleKind kind) => kind switch
    {
        TroubleKind.Unreachable => "The service could not be reached, so we do not know whether it was stored. Look at the record’s history.",
        TroubleKind.Busy => "Too many people were saving at once. Decide again in a moment.",
        _ => "Somebody else acted at the same moment. Look at the record again.",
    };
}
