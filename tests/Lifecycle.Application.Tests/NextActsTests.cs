using FsCheck;
using FsCheck.Fluent;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Domain.Tests.Properties;
using Lifecycle.Testing;
using Xunit;

namespace Lifecycle.Application.Tests;

/// <summary>What can be done next is what would be accepted, and what cannot is refused in the words of the rule.</summary>
public sealed class NextActsTests
{
    // What depends on which step or item somebody names, and not on who they are or where the record stands.
    private static readonly string[] AboutContent = ["step_unknown", "evidence_unknown", "evidence_withdrawn"];

    private static readonly Role[] Everybody = Enum.GetValues<Role>();
    private static readonly string[] Actors = ["somebody", RecommendsInRandomLives];
    private static readonly int[] Variants = [0, 3, 7];

    private const string RecommendsInRandomLives = "a";

    [Fact]
    public void In_every_life_it_agrees_with_the_decider() => Prop
        .ForAll(RandomLife.Arbitrary, wishes => Assert.Empty(Moments(RandomLife.Live(wishes)).SelectMany(Disagreements)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60));

    [Fact]
    public void In_every_life_who_may_do_it_is_named() => Prop
        .ForAll(RandomLife.Arbitrary, wishes => Moments(RandomLife.Live(wishes)).All(WhoeverMayIsNamed))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(60));

    [Fact]
    public void A_force_may_enter_what_HMICFRS_decided_with_its_source()
    {
        var grade = Act(Role.Flo, "grade", Records.Raised(2));
        Assert.True(grade is { Allowed: true, NeedsSource: true });
        Assert.Equal("HM Inspector or HMICFRS force liaison lead; and to enter what HMICFRS decided, "
            + "force liaison officer of West Mercia Police or administrator", grade.Who);
        Assert.False(Act(Role.Fll, "grade", Records.Raised(2)).NeedsSource);
    }

    [Theory]
    [InlineData(2, "chief constable of West Mercia Police")]
    [InlineData(3, "HM Inspector or HMICFRS force liaison lead")]
    public void Who_signs_off_follows_the_level(int level, string who) =>
        Assert.Equal(who, Act(Role.Board, "sign-off", Records.AwaitingSignOff(level)).Who);

    [Fact]
    public void Whoever_recommended_closure_is_told_that_somebody_else_must_sign()
    {
        var acts = NextActs.For(new Caller("flo-1", Role.Chief, "west-mercia", null), State(Records.AwaitingSignOff(2)), Today, AuthorityRules.Current, []);
        Assert.Equal("own_recommendation", acts.Single(act => act.Command == "sign-off").Why!.Code);
    }

    [Fact]
    public void A_cause_of_concern_names_what_is_still_open_under_it()
    {
        var acts = NextActs.For(
            Somebody(Role.Fll, "west-mercia"), State(Records.AwaitingSignOff(3, RecordKind.CauseOfConcern)), Today, AuthorityRules.Current, ["its-child"]);
        var refusal = acts.Single(act => act.Command == "sign-off").Why!;
        Assert.Equal("open_children", refusal.Code);
        Assert.Contains("its-child", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("meet-step", "No steps to green are set yet. Set them first.")]
    [InlineData("withdraw-evidence", "No evidence has been submitted yet.")]
    [InlineData("recommend-closure", "Submit at least one item of evidence before you recommend closure.")]
    [InlineData("sign-off", "Your role (force liaison officer) may not sign off. These roles may: chief constable, HM Inspector, HMICFRS force liaison lead.")]
    public void A_new_record_says_what_must_come_first(string command, string why) =>
        Assert.Equal(why, Act(Role.Flo, command, Records.Raised(2)).Why!.Message);

    [Fact]
    public void Whoever_has_no_authority_learns_whether_somebody_else_could_now()
    {
        Assert.Equal("evidence_required", Act(Role.Board, "recommend-closure", Records.Raised(2)).Block!.Code);
        Assert.Null(Act(Role.Board, "sign-off", Records.AwaitingSignOff(2)).Block);
    }

    private static DateOnly Today => People.Day("2024-06-01");

    private static NextAct Act(Role role, string command, params RecommendationCommand[] happened) =>
        NextActs.For(Somebody(role, "west-mercia"), State(happened), Today, AuthorityRules.Current, []).Single(act => act.Command == command);

    private static Recommendation State(params RecommendationCommand[] happened) => Scenario.Given(happened).State!;

    private static Caller Somebody(Role role, string body) => Caller.For($"{role}", role, body) with { Sees = null };

    private static IEnumerable<(Recommendation State, DateOnly Today)> Moments(List<Recorded> stream) =>
        from length in new[] { 1, stream.Count / 3, stream.Count * 2 / 3, stream.Count }.Where(length => length > 0).Distinct()
        select (Recommendation.Fold(stream[..length])!, LondonDay.Of(stream[length - 1].RecordedAt).AddDays(1));

    private static IEnumerable<string?> Disagreements((Recommendation State, DateOnly Today) at) =>
        from role in Everybody
        from actor in Actors
        let caller = Somebody(role, at.State.Body) with { Actor = actor }
        from act in NextActs.For(caller, at.State, at.Today, AuthorityRules.Current, [])
        from variant in Variants
        let decision = Given(caller, act.Command, variant, at)
        where !Agree(act, decision)
        select $"{caller.Role} {act.Command}: {act} but {decision} in {at.State.Status}";

    private static Decision Given(Caller caller, string command, int variant, (Recommendation State, DateOnly Today) at)
    {
        if (Permissions.Check(caller, command) is { } forbidden) return Decision.Refuse(forbidden);
        var type = RecommendationCommands.Known[command];
        var wanted = Enumerable.Range(0, 28).Select(number => RandomLife.CommandOf(new(number, 0, 0, 0, variant), at.Today)).First(one => one.GetType() == type);
        var fitting = wanted is SignOff ? new SignOff("Audit committee.") : wanted;
        var act = new Act(caller.Actor, caller.Role, caller.Body, LondonDay.EndOf(at.Today), at.Today, Source: "Portal");
        return RecommendationDecider.Decide(fitting with { Act = act }, at.State, AuthorityRules.Current);
    }

    private static bool Agree(NextAct act, Decision decision) => decision switch
    {
        Decision.Refused refused => AboutContent.Contains(refused.Refusal.Code) || refused.Refusal.Code == act.Why?.Code,
        Decision.Accepted { Events.Count: > 0 } => act.Allowed,
        _ => true,
    };

    private static bool WhoeverMayIsNamed((Recommendation State, DateOnly Today) at) => Everybody.Where(role => Serves(role, at.State.Body)).All(role =>
        NextActs.For(Somebody(role, at.State.Body), at.State, at.Today, AuthorityRules.Current, []).All(act =>
            act.Who.Length > 0 && (!act.Allowed || act.Who.Contains(Permissions.NameAt(role, at.State.Body), StringComparison.Ordinal))));

    private static bool Serves(Role role, string body) => role switch
    {
        Role.National => body == "npcc",
        Role.Flo or Role.Lead or Role.Dcc or Role.Chief => body != "npcc",
        _ => true,
    };
}
