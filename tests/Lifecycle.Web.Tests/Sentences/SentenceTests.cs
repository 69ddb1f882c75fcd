using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Domain.Tests.Golden;
using Lifecycle.Testing;
using Lifecycle.Web.Sentences;

namespace Lifecycle.Web.Tests.Sentences;

/// <summary>Every event is told in a sentence that a board member understands.</summary>
public sealed class SentenceTests
{
    public static TheoryData<string> Types => [.. EventsOfARecord.Select(e => e.GetType().Name)];

    private static IEnumerable<IEvent> EventsOfARecord =>
        Samples.All.Where(e => e is Corrected || e.GetType().Namespace == typeof(RecommendationRaised).Namespace);

    [Fact]
    public void Every_type_of_event_is_among_the_samples() => Assert.Equal(
        EventCodec.Known.Values.Where(type => type == typeof(Corrected) || type.Namespace == typeof(RecommendationRaised).Namespace).Select(type => type.Name).Order(),
        EventsOfARecord.Select(e => e.GetType().Name).Order());

    [Theory, MemberData(nameof(Types))]
    public void Every_type_of_event_has_a_sentence(string type)
    {
        var telling = Telling.Of(Recorded(EventsOfARecord.Single(e => e.GetType().Name == type), People.Flo("2023-09-04")));
        Assert.StartsWith("The force liaison officer of West Mercia Police (flo-1) ", telling.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", telling.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("_", telling.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(telling.Heading);
    }

    [Theory]
    [InlineData(nameof(RecommendationRaised), "raised this recommendation with Kent Police, at level 3")]
    [InlineData(nameof(LevelGraded), "set the level at 2")]
    [InlineData(nameof(RelevanceDecided), "decided that it is not relevant")]
    [InlineData(nameof(OwnerAllocated), "gave the lead to head-of-custody, watched by sib")]
    [InlineData(nameof(RagRated), "rated progress amber")]
    [InlineData(nameof(StepsToGreenSet), "set 1 step to green")]
    [InlineData(nameof(StepMet), "said that step 1 is met")]
    [InlineData(nameof(ProgressReported), "reported progress to the board and to HMICFRS through “portal”, and said that it is implemented")]
    [InlineData(nameof(EvidenceSubmitted), "submitted “audit.pdf” as evidence for step 1, marked OFFICIAL-SENSITIVE")]
    [InlineData(nameof(GuidanceGiven), "answered the request for guidance")]
    [InlineData(nameof(ScrutinyReturned), "scrutinised it and was not satisfied")]
    [InlineData(nameof(ClosureRecommended), "recommended closure, resting on 1 item of evidence")]
    [InlineData(nameof(ClosureReturned), "sent it back instead of signing it off, and said what is missing")]
    [InlineData(nameof(SignedOff), "signed it off through “meeting” with the authority of the chief constable, at level 2, resting on 1 item of evidence")]
    [InlineData(nameof(Superseded), "replaced it by peel-kent-2027-r4-kent")]
    [InlineData(nameof(DeadlineChanged), "changed the deadline to 30 April 2018 (“By April 2018”)")]
    [InlineData(nameof(MissedDeadlineExplained), "explained why the deadline of 30 April 2018 was missed, as other forces missed it too")]
    [InlineData(nameof(DeliveryForecast), "expected to deliver it by 30 November 2018, printed as “November 2018”")]
    [InlineData(nameof(ReportedToBoard), "told sib of it on 1 May 2018")]
    [InlineData(nameof(Linked), "noted that peel-kent-2027-r4-kent cites it again")]
    [InlineData(nameof(Corrected), "corrected the title from “Stop & search” to “Stop and search”")]
    public void It_says_what_was_done(string type, string did) =>
        Assert.Equal(did, EventSentence.Of(EventsOfARecord.Single(e => e.GetType().Name == type)).Did);

    [Fact]
    public void Both_days_are_told_and_what_was_entered_late_says_so()
    {
        var late = Telling.Of(Recorded(new Withdrawn("In error."), People.Hmi("2023-09-04").RecordedOn("2023-09-06")));
        Assert.Equal("Happened on 4 September 2023, recorded 6 September 2023", late.When);
        Assert.True(late.EnteredLate);
        var inTime = Telling.Of(Recorded(new Withdrawn("In error."), People.Hmi("2023-09-04")));
        Assert.Equal("Happened and recorded on 4 September 2023", inTime.When);
        Assert.False(inTime.EnteredLate);
    }

    [Fact]
    public void Who_acted_is_told_in_words_with_the_body()
    {
        Assert.StartsWith("HM Inspector (hmi-1) ", By(People.Hmi("2023-09-04")), StringComparison.Ordinal);
        Assert.StartsWith("The HMICFRS force liaison lead (fll-1) ", By(People.Fll("2023-09-04")), StringComparison.Ordinal);
        Assert.StartsWith("A business area lead of West Mercia Police (lead-1) ", By(People.Lead("2023-09-04")), StringComparison.Ordinal);
        Assert.StartsWith("An administrator (admin-1) ", By(People.As(Role.Admin, "admin-1", Bodies.Hmicfrs, "2023-09-04")), StringComparison.Ordinal);
        Assert.StartsWith("The National Police Chiefs' Council (npcc-1) ", By(People.As(Role.National, "npcc-1", "npcc", "2023-09-04")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_transcribed_names_its_source()
    {
        Assert.Equal("Transcribed from Portal, 12 June", Telling.Of(Recorded(new LevelGraded(3, null), People.Flo("2023-09-04", source: "Portal, 12 June"))).Source);
        Assert.Null(Telling.Of(Recorded(new LevelGraded(3, null), People.Fll("2023-09-04"))).Source);
    }

    [Fact]
    public void A_sign_off_names_the_rule_it_rests_on() => Assert.Equal(
        "level-2-chief-constable, version 1",
        Telling.Of(Recorded(EventsOfARecord.OfType<SignedOff>().Single(), People.Chief("2023-09-04"))).Rule);

    [Fact]
    public void With_the_record_at_hand_a_step_and_an_item_of_evidence_are_called_by_name()
    {
        var state = Scenario.Given(
            Records.Raised(2), new SetStepsToGreen([Records.StepOne]).By(People.Flo("2024-01-11")), Records.Evidence("2024-01-12")).State;
        Assert.Equal(
            "said that step 1, “Every search is recorded with its grounds.”, is met", EventSentence.Of(new StepMet("1", null), state).Did);
        Assert.Equal("withdrew “Audit of searches” as evidence", EventSentence.Of(new EvidenceWithdrawn("audit", "Wrong file."), state).Did);
    }

    [Fact]
    public void A_very_long_text_does_not_make_a_very_long_sentence() => Assert.True(
        EventSentence.Of(new Corrected("title", new string('a', 9_000), new string('b', 9_000), "Reason")).Did.Length < 400);

    private static string By(Act act) => Telling.Of(Recorded(new Reopened("Re-inspected."), act)).Sentence;

    private static Recorded Recorded(IEvent happened, Act act) => new(1, act.At, EventHeaders.Of(act, happened), happened);
}
