// The switch is longer than most functions because it is the whole vocabulary: every event of a record has its line.
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Web.Site;
using static Lifecycle.Web.Sentences.Phrase;

namespace Lifecycle.Web.Sentences;

/// <summary>What an event says to somebody who has never seen an event.</summary>
/// <param name="Heading">A few words, for example "Closure recommended".</param>
/// <param name="Did">What the actor did, as it follows the actor in a sentence.</param>
/// <param name="Words">What they wrote, at length; null when nothing.</param>
public sealed record EventSentence(string Heading, string Did, string? Words = null)
{
    /// <param name="state">The record with the event in it, which knows what a step asks and what an item of evidence is called.</param>
    public static EventSentence Of(IEvent happened, Recommendation? state = null) => happened switch
    {
        RecommendationRaised e => new("Raised", $"raised this {Wording.Of(e.Kind).ToLowerInvariant()} with {Wording.Body(e.Body)}, {LevelOf(e.Level)}", e.Summary),
        LevelGraded e => new("Level set", $"set the level at {e.Level}", e.Reason),
        RelevanceDecided e => new(e.Relevant ? "Found relevant" : "Found not relevant", $"decided that it is {(e.Relevant ? "relevant" : "not relevant")}", e.Reason),
        OwnerAllocated e => new("Owner allocated", $"gave the lead to {e.Owner}{(e.Board is { } board ? $", watched by {board}" : "")}"),
        RagRated e => new("Progress rated", $"rated progress {Wording.Of(e.Rag).ToLowerInvariant()}", e.Reason),
        RiskRegistered e => new("Entered in the risk register", $"entered it in the risk register as {e.RiskReference}", e.Note),
        StepsToGreenSet e => new("Steps to green set", $"set {Wording.Count(e.Steps.Count, "step", "steps")} to green", Criteria(e)),
        StepMet e => new("Step met", $"said that {Step(e.Step, state)} is met", e.Note),
        StepReopened e => new("Step reopened", $"said that {Step(e.Step, state)} is no longer met", e.Reason),
        ProgressReported e => new("Progress reported", $"reported progress {Audience(e)}{(e.ClaimsImplemented ? ", and said that it is implemented" : "")}", e.Text),
        EvidenceSubmitted e => new("Evidence submitted", $"submitted {Quoted(e.Name)} as evidence{For(e.Steps)}{Marked(e.Marking)}", e.Description),
        EvidenceWithdrawn e => new("Evidence withdrawn", $"withdrew {Evidence(e.EvidenceId, state)} as evidence", e.Reason),
        GuidanceRequested e => new("Guidance requested", "asked HMICFRS how to complete it", e.Question),
        GuidanceGiven e => new("Guidance given", e.RequestId is null ? "gave advice unasked" : "answered the request for guidance", e.Advice),
        ScrutinyPassed e => new("Scrutiny passed", "scrutinised it and was satisfied", e.Note),
        ScrutinyReturned e => new("Returned at scrutiny", "scrutinised it and was not satisfied", e.Reason),
        ClosureRecommended e => new("Closure recommended", $"recommended closure, resting on {Items(e.Evidence.Count)}", e.Statement),
        ClosureReturned e => new("Returned, not signed off", "sent it back instead of signing it off, and said what is missing", e.Missing),
        SignedOff e => new("Signed off", $"signed it off{Through(e.Channel)} with the authority of {Authority(e)}, {LevelOf(e.Level)}, resting on {Items(e.Evidence.Count)}", e.OversightNote),
        ClosedNotApplicable e => new("Closed, not applicable", "closed it because it no longer applies", e.Reason),
        Superseded e => new("Superseded", $"replaced it by {e.Successor}", e.Reason),
        Withdrawn e => new("Withdrawn", "took it back", e.Reason),
        Reopened e => new("Reopened", "opened it again", e.Reason),
        DeadlineChanged e => new("Deadline changed", e.Deadlines.Count == 0 ? "took the deadline away" : $"changed the deadline to {Deadlines(e.Deadlines)}", e.Reason),
        MissedDeadlineExplained e => new("Missed deadline explained", $"explained why {Deadline(e.Due)} was missed{Shared(e.SharedWithOtherForces)}", e.Reason),
        DeliveryForecast e => new("Delivery forecast", $"expected to deliver it by {Wording.Of(e.Expected)}{(e.Printed is { } printed ? $", printed as {Quoted(printed)}" : "")}"),
        ReportedToBoard e => new("Reported to a board", $"told {e.Board} of it on {Wording.Of(e.MeetingOn)}", e.Text ?? Report(e.ReportId, state)),
        Linked e => new("Linked to another record", $"noted that {Relation(e)}", e.Note),
        Corrected e => new("Corrected", $"corrected {Field(e.Field)} from {Value(e.Field, e.Printed)} to {Value(e.Field, e.Value)}", e.Reason),
        Erased e => new("Text erased", $"erased {Wording.Count(e.Fields.Count, "text", "texts")} of the entry of version {e.Version} under {e.Basis}", e.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "This event has no sentence yet."),
    };
}
