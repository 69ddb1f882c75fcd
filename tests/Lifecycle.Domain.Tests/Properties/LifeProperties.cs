using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Domain.Tests.Properties;

/// <summary>What holds in every life of a record, over thousands of random ones. Living also decides each command twice.</summary>
public class LifeProperties
{
    private static readonly Config Thousands = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(80);

    [Fact]
    public void Nothing_is_signed_off_without_authority_by_its_own_recommender_or_without_evidence() =>
        ForEveryLife(stream => stream.Where(e => e.Event is SignedOff).All(e => IsSound(e, stream)));

    [Fact]
    public void Random_lives_do_reach_a_sign_off()
    {
        var reached = RandomLife.Arbitrary.Generator.Sample(60, 2_000).Count(wishes => RandomLife.Live(wishes).Any(e => e.Event is SignedOff));
        Assert.True(reached > 20, $"Only {reached} of 2,000 lives were signed off, so the property above proves little.");
    }

    [Fact]
    public void Folding_is_total_in_any_order_and_the_status_is_one_of_nine() =>
        ForEveryLife(stream => Orders(stream).All(order => IsWhole(order.Aggregate((Recommendation?)null, Recommendation.Evolve))));

    [Fact]
    public void Every_event_comes_back_from_json_as_it_was() =>
        ForEveryLife(stream => stream.All(e =>
            EventCodec.Same(e.Event, EventCodec.Read(EventCodec.NameOf(e.Event), Encoding.UTF8.GetBytes(EventCodec.Write(e.Event))))));

    [Fact]
    public void Replaying_as_at_and_known_at_agrees_with_a_naive_oracle() =>
        ForEveryLife(stream => Moments(stream).All(moment =>
            NaiveOracle.Of(stream, moment.AsAt, moment.KnownAt) == NaiveOracle.Seen(Recommendation.Fold(History.Known(stream, moment.AsAt, moment.KnownAt)))));

    private static void ForEveryLife(Func<List<Recorded>, bool> holds) =>
        Prop.ForAll(RandomLife.Arbitrary, wishes => holds(RandomLife.Live(wishes))).Check(Thousands);

    private static bool IsSound(Recorded signed, List<Recorded> stream)
    {
        var e = (SignedOff)signed.Event;
        var raised = (RecommendationRaised)stream[0].Event;
        var asAtThen = Recommendation.Fold(stream.Where(other => other.Version < signed.Version && other.EffectiveOn <= signed.EffectiveOn))!;
        var rule = AuthorityRules.Current.RuleFor(raised.Kind, asAtThen.Level, AuthorityRules.KindOf(raised.Body), signed.EffectiveOn);
        var recommended = (ClosureRecommended)stream.Last(other => other.Event is ClosureRecommended && other.Version < signed.Version).Event;
        return signed.Headers.AuthorityRule == $"{rule.Id}@{rule.Version}"
            && (rule.Authority == SignOffAuthority.ChiefConstable
                ? signed.Headers.Role == Role.Chief && signed.Headers.Body == raised.Body
                : signed.Headers.Role is Role.Fll or Role.Hmi)
            && (!rule.OversightNoteRequired || !string.IsNullOrWhiteSpace(e.OversightNote))
            && recommended.RecommendedBy != signed.Headers.Actor
            && e.Evidence.Count > 0
            && e.Evidence.SequenceEqual(recommended.Evidence)
            && asAtThen.Status == Status.ClosureRecommended;
    }

    private static bool IsWhole(Recommendation? state) => state is null || (Enum.IsDefined(state.Status) && state.Version > 0 && state.StandingEvidence.Count() >= 0);

    private static IEnumerable<IEnumerable<Recorded>> Orders(List<Recorded> stream) =>
    [
        stream,
        Enumerable.Reverse(stream),
        [stream[0], .. Enumerable.Reverse(stream)],
        [stream[0], .. stream.Skip(1).OrderBy(e => EventCodec.Write(e.Event), StringComparer.Ordinal)],
    ];

    private static IEnumerable<(DateOnly AsAt, DateTimeOffset KnownAt)> Moments(List<Recorded> stream) =>
        from index in new[] { 0, stream.Count / 3, stream.Count / 2, stream.Count - 1 }
        from known in new[] { index, stream.Count - 1 }
        from shift in new[] { -1, 0, 3 }
        select (stream[index].EffectiveOn.AddDays(shift), stream[known].RecordedAt);
}
