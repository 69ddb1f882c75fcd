using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>Who may decide on a recommended closure; shared by signing off and returning.</summary>
internal static class SigningOff
{
    public static AuthorityRule RuleFor(Act act, Recommendation state, AuthorityRules rules) =>
        rules.RuleFor(state.Kind, state.Level, AuthorityRules.KindOf(state.Body), act.EffectiveOn);

    public static Refusal? NoAuthority(Act act, Recommendation state, AuthorityRules rules)
    {
        var rule = RuleFor(act, state, rules);
        var may = rule.Authority == SignOffAuthority.ChiefConstable ? act.Role == Role.Chief : act.Role.IsHmicfrs();
        return may ? null : new("no_authority", $"{Named(rule)} {WhomToAsk(rule.Authority)}", Key(rule));
    }

    public static Refusal? NotRecommended(Recommendation state) => Check.When(state.Status != Status.ClosureRecommended,
        "closure_not_recommended", $"This record is {state.Status.InWords()}. Closure must be recommended first.");

    public static Refusal? OwnRecommendation(Act act, Recommendation state) => Check.When(
        state.Stage is Stage.AwaitingSignOffStage pending && pending.Recommended.RecommendedBy == act.Actor,
        "own_recommendation", "You recommended this closure, so somebody else must sign it off.");

    /// <summary>The rule as a sentence that names it.</summary>
    public static string Named(AuthorityRule rule) => $"{rule.Text} (rule {rule.Id}, version {rule.Version}).";

    /// <summary>The rule as an event's headers name it.</summary>
    public static string Key(AuthorityRule rule) => $"{rule.Id}@{rule.Version}";

    private static string WhomToAsk(SignOffAuthority authority) =>
        authority == SignOffAuthority.ChiefConstable ? "Ask the chief constable." : "Ask your force liaison lead.";
}
