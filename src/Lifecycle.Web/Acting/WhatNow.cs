using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Acting;

/// <summary>What happens now with a record, and who acts next.</summary>
internal static class WhatNow
{
    public static string Of(Recommendation state, AuthorityRules rules, DateOnly today)
    {
        return state.Status switch
        {
            Status.ClosureRecommended => $"It now waits for a decision. Next: {Who("sign-off")} signs it off or returns it.",
            Status.SignedOff or Status.ClosedNotApplicable or Status.Superseded or Status.Withdrawn =>
                $"The record is {state.Status.InWords()} and takes no more work. Only {Who("reopen")} can reopen it.",
            Status.NotRelevant => "It is not counted as open while it is not relevant.",
            Status.Raised when state.Owner is null => $"Next: {Who("allocate")} allocates an owner.",
            _ when state.Steps.IsEmpty => $"Next: {Who("set-steps")} sets the steps to green.",
            _ when !state.AllStepsMet => $"Next: {Wording.Count(state.Steps.Count(step => !step.Met), "step is", "steps are")} still to be met, by {Who("meet-step")}.",
            _ when !state.StandingEvidence.Any() => $"Next: {Who("submit-evidence")} submits evidence.",
            _ when state.Scrutiny != true && rules.ScrutinyRequired(state.Body, today) => $"Next: {Who("pass-scrutiny")} scrutinises it.",
            _ => $"Next: {Who("recommend-closure")} can recommend closure.",
        };

        string Who(string command) => $"the {NextActs.WhoMay(command, state, today, rules).Split(';')[0]}";
    }
}
