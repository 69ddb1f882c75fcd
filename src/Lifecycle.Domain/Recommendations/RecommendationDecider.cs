using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>The one door to every command on a record: first what is common to all, then the command's own rules.</summary>
public static class RecommendationDecider
{
    /// <param name="command">With its <see cref="Command.Act"/> set.</param>
    /// <param name="state">The fold of the stream in the order in which things happened (<see cref="Recommendation.Fold"/>); null when there is none.</param>
    /// <param name="rules">The authority rules, usually <see cref="AuthorityRules.Current"/>.</param>
    public static Decision Decide(RecommendationCommand command, Recommendation? state, AuthorityRules rules) =>
        EffectiveDay.InFuture(command.Act) is { } future ? Decision.Refuse(future)
        : command is RaiseRecommendation raise ? RaiseRecommendation.Decide(raise, state)
        : state is null ? Decision.Refuse(new("record_unknown", "There is no such record. Check the reference."))
        : Check.First(NotYours(command.Act, state), EffectiveDay.BeforeRaise(command.Act, state.BeginsOn))
          ?? WithoutRepeats(command.Act, state, OrEntered(command, state, rules, Own(command, state, rules)));

    private static Refusal? NotYours(Act act, Recommendation state) => Check.When(
        act.Body != state.Body && !act.Role.IsHmicfrs() && act.Role != Role.Admin, "not_your_record",
        $"This record belongs to {Bodies.Find(state.Body)?.Name ?? state.Body}. Only that body or HMICFRS can work on it.");

    // What is entered late does not change the present, so the present cannot show that it was entered before.
    private static Decision WithoutRepeats(Act act, Recommendation state, Decision decision) =>
        decision is Decision.Accepted { Events.Count: > 0 } accepted
        && act.EffectiveOn < state.Log[^1].On
        && accepted.Events.All(e => state.Log.Any(past => past.On == act.EffectiveOn && EventCodec.Same(past.Event, e)))
            ? Decision.Nothing
            : decision;

    // Refused now; but decided where it belongs in the past it leads to just what stands there, so it was entered before.
    private static Decision OrEntered(RecommendationCommand command, Recommendation state, AuthorityRules rules, Decision decision) =>
        decision is Decision.Refused && state.PointsOn(command.Act.EffectiveOn).Any(point =>
            Own(command, point.Before, rules) is Decision.Accepted { Events: [var e] } && EventCodec.Same(e, point.Happened))
            ? Decision.Nothing
            : decision;

    private static Decision Own(RecommendationCommand command, Recommendation state, AuthorityRules rules) => command switch
    {
        GradeLevel c => GradeLevel.Decide(c, state),
        DecideRelevance c => DecideRelevance.Decide(c, state),
        AllocateOwner c => AllocateOwner.Decide(c, state),
        RateRag c => RateRag.Decide(c, state),
        RegisterRisk c => RegisterRisk.Decide(c, state),
        SetStepsToGreen c => SetStepsToGreen.Decide(c, state),
        MeetStep c => MeetStep.Decide(c, state),
        ReopenStep c => ReopenStep.Decide(c, state),
        ReportProgress c => ReportProgress.Decide(c, state),
        SubmitEvidence c => SubmitEvidence.Decide(c, state),
        WithdrawEvidence c => WithdrawEvidence.Decide(c, state),
        RequestGuidance c => RequestGuidance.Decide(c, state),
        GiveGuidance c => GiveGuidance.Decide(c, state),
        PassScrutiny c => PassScrutiny.Decide(c, state, rules),
        ReturnScrutiny c => ReturnScrutiny.Decide(c, state, rules),
        RecommendClosure c => RecommendClosure.Decide(c, state, rules),
        ReturnClosure c => ReturnClosure.Decide(c, state, rules),
        SignOff c => SignOff.Decide(c, state, rules),
        CloseNotApplicable c => CloseNotApplicable.Decide(c, state),
        Supersede c => Supersede.Decide(c, state),
        Withdraw c => Withdraw.Decide(c, state),
        Reopen c => Reopen.Decide(c, state),
        ChangeDeadline c => ChangeDeadline.Decide(c, state),
        ExplainMissedDeadline c => ExplainMissedDeadline.Decide(c, state),
        ForecastDelivery c => ForecastDelivery.Decide(c, state),
        ReportToBoard c => ReportToBoard.Decide(c, state),
        LinkRecord c => LinkRecord.Decide(c, state),
        CorrectRecord c => CorrectRecord.Decide(c, state),
        _ => throw new NotSupportedException($"{command.GetType().Name} has no rules. Add it to {nameof(RecommendationDecider)}."),
    };
}
