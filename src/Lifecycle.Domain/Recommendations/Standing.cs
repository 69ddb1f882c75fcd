using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>Rules on where a record stands that several commands share.</summary>
internal static class Standing
{
    public static Refusal? NotEnded(Recommendation state) => Check.When(state.Status.IsEnded(), "record_ended",
        $"This record is {state.Status.InWords()} and takes no more work. Only HMICFRS can reopen it: ask your force liaison lead.");

    public static Refusal? NotPending(Recommendation state) => Check.When(state.Stage is Stage.AwaitingSignOffStage, "closure_pending",
        "Closure is recommended, so what is being judged must not change. Ask for it to be returned first.");

    /// <summary>A status is never changed before it began.</summary>
    public static Refusal? NotEarly(Act act, Recommendation state) =>
        NotBefore(act, state.StatusSince, $"the record became {state.Status.InWords()}");

    /// <param name="when">What began on that day, for example "the step was set".</param>
    public static Refusal? NotBefore(Act act, DateOnly day, string when) => Check.When(act.EffectiveOn < day, "too_early",
        $"This cannot be effective before {day.InWords()}, the day {when}.");

    public static Refusal? KnownStep(Recommendation state, string step) =>
        Check.When(state.Steps.IsEmpty, "step_unknown", "No steps to green are set yet. Set them first.")
        ?? Check.When(state.Steps.All(known => known.Criterion.Id != step), "step_unknown", $"There is no step '{step}'. Set the steps to green first.");

    public static Refusal? FreeGuidanceId(Recommendation state, string id) => Check.When(
        state.GuidanceIds.Contains(id), "id_taken", $"'{id}' is taken by another request or advice. Leave the id out, or choose another.");

    public static Refusal? Scrutineer(Act act, Recommendation state, AuthorityRules rules)
    {
        var rule = rules.ScrutinyFor(state.Body, act.EffectiveOn);
        return Check.When(!rule.By.Contains(act.Role), "no_authority",
            $"Scrutiny is for the {string.Join(" or the ", rule.By.Select(InWords))}.");
    }

    private static string InWords(Role role) => role switch
    {
        Role.Dcc => "deputy chief constable",
        Role.Flo => "force liaison officer",
        Role.National => "person who answers for the national body",
        _ => role.ToString(),
    };
}
