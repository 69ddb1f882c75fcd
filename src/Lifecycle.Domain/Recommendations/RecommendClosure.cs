using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>The body says that the record can be closed. What was judged is bound: the standing evidence and the version of the stream.</summary>
public sealed record RecommendClosure(string Statement) : RecommendationCommand
{
    public static Decision Decide(RecommendClosure c, Recommendation state, AuthorityRules rules) =>
        Check.First(MayRecommend(c.Act, state), Check.Required("case for closure", c.Statement, Check.Long))
        ?? Check.Stands(state.Stage is Stage.AwaitingSignOffStage pending && pending.Recommended.Statement == c.Statement)
        ?? Check.First(
            Standing.NotEnded(state),
            Standing.NotPending(state),
            Check.When(!state.Relevant, "not_relevant", "This record is not relevant to the body, so there is nothing to close. Decide relevance first."),
            Standing.NotEarly(c.Act, state))
        ?? Check.First(
            Check.When(!state.StandingEvidence.Any(), "evidence_required", "Submit at least one item of evidence before you recommend closure."),
            Check.When(state.Steps.Any(step => !step.Met), "steps_not_met", $"Meet every step first. Still open: {Unmet(state)}."),
            Check.When(NotScrutinised(c.Act, state, rules), "scrutiny_required", "The deputy chief constable must pass scrutiny first, and again whenever steps or evidence change."),
            Standing.NotBefore(c.Act, state.ReadySince(), "the steps, the evidence or the scrutiny last changed"))
        ?? Decision.Accept(new ClosureRecommended(
            c.Statement, c.Act.Actor, [.. state.StandingEvidence.Select(item => item.AsJudged)], state.Version));

    private static Refusal? MayRecommend(Act act, Recommendation state) => Check.When(
        act.Role is not (Role.Flo or Role.Dcc) && !(act.Role == Role.National && AuthorityRules.KindOf(state.Body) == BodyKind.NationalBody),
        "no_authority", "Closure is recommended by the force liaison officer or the deputy chief constable, and for a national body by whoever answers for it.");

    private static bool NotScrutinised(Act act, Recommendation state, AuthorityRules rules) =>
        rules.ScrutinyRequired(state.Body, act.EffectiveOn) && state.Scrutiny != true;

    private static string Unmet(Recommendation state) => string.Join(", ", state.Steps.Where(step => !step.Met).Select(step => step.Criterion.Id));
}
