using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Tests.Import;

/// <summary>Decides a register with the rules of the domain, in memory: what every entry would come to in an empty service.</summary>
internal sealed class Applied
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 9, 0, 0, TimeSpan.Zero);

    public Dictionary<string, List<Recorded>> Publications { get; } = [];
    public Dictionary<string, List<Recorded>> Records { get; } = [];
    public List<PositionDeclared> Positions { get; } = [];
    public List<string> Refusals { get; } = [];

    /// <summary>Acts that led to no event.</summary>
    public List<string> Idle { get; } = [];

    public static Applied Of(IEnumerable<RegisterDocument> documents)
    {
        var applied = new Applied();
        foreach (var document in documents)
        {
            foreach (var entry in document.Publications) applied.Publish(entry);
            foreach (var entry in document.Lifecycles) applied.Live(entry);
            foreach (var entry in document.DeclaredPositions) applied.Declare(entry);
        }

        return applied;
    }

    /// <summary>A record with one body as at a day; null before its raise.</summary>
    public Recommendation? AsAt(string reference, DateOnly day) => Recommendation.Fold(Records[reference].Where(e => e.EffectiveOn <= day));

    public IEnumerable<Recommendation> AllAsAt(DateOnly day) => Records.Keys.Select(reference => AsAt(reference, day)).OfType<Recommendation>();

    private void Publish(PublicationEntry entry)
    {
        var past = Publications.TryGetValue(entry.Command.Id, out var known) ? known : Publications[entry.Command.Id] = [];
        var act = new Act("admin", Role.Admin, Bodies.Hmicfrs, Now, entry.On, Source: entry.Command.Source);
        Append(past, act, entry.Place, PublicationDecider.Decide(entry.Command with { Act = act }, Publication.Fold(past)));
        if (Publication.Fold(past) is not { Released: not null } publication) return;

        foreach (var raise in FanOut.Of(publication, entry.Command.Records ?? []))
        {
            var raised = act with { EffectiveOn = raise.Raised.RaisedOn };
            Append(Records[raise.Raised.Reference] = [], raised, entry.Place, RaiseRecommendation.Decide(raise with { Act = raised }, null));
        }
    }

    private void Live(LifecycleEntry entry)
    {
        if (!Records.TryGetValue(entry.Reference, out var past))
        {
            Refusals.Add($"{entry.Place}: no record {entry.Reference}");
            return;
        }

        foreach (var line in entry.Acts)
        {
            var act = new Act(line.By.Actor, line.By.Role, line.By.Body, Now, line.On, TranscribedBy: "admin", Source: line.Source);
            Append(past, act, line.Place, RecommendationDecider.Decide(line.Command with { Act = act }, Recommendation.Fold(past), AuthorityRules.Current));
        }
    }

    private void Declare(PositionEntry entry)
    {
        var act = new Act("admin", Role.Admin, Bodies.Hmicfrs, Now, entry.Command.AsAt, Source: entry.Command.Source);
        var past = new List<Recorded>();
        Append(past, act, entry.Place, DeclarePosition.Decide(entry.Command with { Act = act }, null));
        Positions.AddRange(past.Select(e => e.Event).OfType<PositionDeclared>());
    }

    private void Append(List<Recorded> past, Act act, Place place, Decision decision)
    {
        if (decision is Decision.Refused refused) Refusals.Add($"{place}: {refused.Refusal.Code} {refused.Refusal.Message}");
        if (decision is not Decision.Accepted accepted) return;
        if (accepted.Events.Count == 0) Idle.Add(place.ToString());
        past.AddRange(accepted.Events.Select((e, i) => new Recorded(past.Count + i + 1, Now, EventHeaders.Of(act, e), e)).ToList());
    }
}
