using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Domain.Tests.Publications;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests;

/// <summary>I1 to I14 of the handbook, section 6.10, by name.</summary>
public class InvariantTests
{
    [Fact]
    public void I1_A_level_2_record_may_be_signed_off_by_the_chief_constable_and_the_oversight_note_is_part_of_the_event() =>
        Assert.Equal(
            (SignOffAuthority.ChiefConstable, "Audit committee, 28 March."),
            Given([.. AwaitingSignOff(2), new SignOff("Audit committee, 28 March.").By(Chief("2024-04-01"))])
                .Stream.Select(e => e.Event).OfType<SignedOff>().Select(e => (e.Authority, e.OversightNote)).Single());

    [Theory]
    [InlineData(Role.Flo)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Dcc)]
    [InlineData(Role.Chief)]
    [InlineData(Role.Board)]
    [InlineData(Role.Pcc)]
    public void I2_A_level_3_record_cannot_be_closed_by_anybody_in_the_force(Role role) =>
        Given(AwaitingSignOff(3))
            .When(new SignOff("Seen.").By(As(role, "x", "west-mercia", "2024-04-01"))).ThenRefused("no_authority", "level-3-hmicfrs")
            .ThenStatus(Status.ClosureRecommended);

    [Theory]
    [InlineData(4)]
    [InlineData(null)]
    public void I3_Level_4_or_no_level_is_treated_like_level_3(int? level) =>
        Given(AwaitingSignOff(level))
            .When(new SignOff("Seen.").By(Chief("2024-04-01"))).ThenRefused("no_authority")
            .When(new SignOff().By(Fll("2024-04-01"))).ThenAccepted();

    [Fact]
    public void I4_A_sign_off_keeps_the_rule_of_its_day()
    {
        var record = Given(
            Raised(2, on: "2023-01-10"), Evidence("2023-02-01"), new PassScrutiny().By(Dcc("2023-02-02")), Recommended("2023-03-01"));
        record.When(new SignOff("Seen.").By(Chief("2023-08-31"))).ThenRefused("no_authority", "before-levels-hmicfrs");
        record.When(new SignOff().By(Fll("2023-08-31"))).ThenAccepted();
        Assert.Equal("before-levels-hmicfrs@1", record.Stream[^1].Headers.AuthorityRule);
    }

    [Fact]
    public void I4_Before_the_level_rule_closure_was_recommended_after_scrutiny() =>
        Given(Raised(2, on: "2023-01-10"), Evidence("2023-02-01")).When(Recommended("2023-03-01")).ThenRefused("scrutiny_required");

    [Fact]
    public void I5_Implemented_is_a_claim_and_takes_nothing_off_the_open_ones() =>
        Assert.True(Given(Raised(), new ReportProgress("All done.", ForPortal: true, ClaimsImplemented: true).By(Flo("2024-02-01")))
            .ThenStatus(Status.InProgress).State!.Status.IsOpen());

    [Fact]
    public void I6_Closing_as_not_applicable_needs_a_reason_and_keeps_the_history()
    {
        var record = Given(Raised(), Evidence());
        record.When(new CloseNotApplicable(" ").By(Fll("2024-04-01"))).ThenRefused("text_required");
        record.When(new CloseNotApplicable("Its own inspection replaced it.").By(Fll("2024-04-01"))).ThenAccepted();
        Assert.Equal((3, Day("2024-04-01")), (record.Stream.Count, record.State!.StatusSince));
    }

    [Fact]
    public void I7_A_missed_deadline_takes_a_reason_and_the_record_stays_open()
    {
        DeadlineStage stage = new("All", "By June 2024", DeadlineForm.Month, Day("2024-06-30"));
        var record = Given(Raised(deadlines: [stage]), new ExplainMissedDeadline("Late data.").By(Flo("2024-07-01"))).ThenStatus(Status.Raised);
        Assert.True(record.State!.IsOverdue(Day("2024-07-01")));
    }

    [Theory]
    [InlineData(Role.Chief)]
    [InlineData(Role.Flo)]
    public void I8_What_a_national_body_owns_no_force_can_close(Role role)
    {
        var record = Given(Raised(2, body: "npcc"), Evidence(body: "npcc"), Recommended(body: "npcc"));
        record.When(new SignOff("Seen.").By(As(role, "x", "west-mercia", "2024-04-01"))).ThenRefused("not_your_record");
        record.When(new SignOff("Seen.").By(As(Role.Chief, "x", "npcc", "2024-04-01"))).ThenRefused("no_authority", "not-a-force-hmicfrs");
        record.When(new CloseNotApplicable("Done.").By(As(role, "x", "west-mercia", "2024-04-01", "Portal"))).ThenRefused("not_your_record");
    }

    [Fact]
    public void I9_A_national_recommendation_is_one_record_with_one_stream_for_each_force()
    {
        var state = Report.After(Report.Disorder with { Records = [Report.Record("r1", RecordKind.Recommendation, Addressees.AllForces)] });
        Assert.Single(state.Records);
        var raised = FanOut.Of(state, state.Records);
        Assert.Equal((43, 43), (raised.Count, raised.Select(command => command.Stream).Distinct().Count()));
    }

    [Fact]
    public void I10_What_held_on_a_day_as_known_then_is_the_same_whenever_it_is_replayed()
    {
        var record = Given(AwaitingSignOff(3));
        var before = AsAt(record, "2024-03-20", "2024-03-20");
        record.And(new GradeLevel(4, "Worse.").By(Fll("2024-03-10").RecordedOn("2024-06-10")), new SignOff().By(Fll("2024-06-11")));
        Assert.Equal((before.Status, before.Level), (AsAt(record, "2024-03-20", "2024-03-20").Status, AsAt(record, "2024-03-20", "2024-03-20").Level));
        Assert.Equal(4, AsAt(record, "2024-03-20", "2024-06-30").Level);
        Assert.True(record.Stream[^2].EnteredLate);
    }

    [Fact]
    public void I11_Unknown_is_not_nought()
    {
        var stated = new CountsDeclared("kent", new Dictionary<string, int?> { ["a"] = 0 }, null, null);
        var unknown = stated with { Counts = new Dictionary<string, int?> { ["a"] = null } };
        Assert.False(EventCodec.Same(stated, unknown));
        Assert.Contains("\"a\":null", EventCodec.Write(unknown), StringComparison.Ordinal);
        Assert.Null(Given(Raised()).State!.Level);
    }

    [Fact]
    public void I12_Printed_and_corrected_value_are_both_kept()
    {
        var state = Given(Raised(), new CorrectRecord("raisedOn", "2024-01-10", "2024-01-11", "The letter says the 11th.").By(Flo(RaisedOn).RecordedOn("2024-02-01"))).State!;
        Assert.Equal((Day("2024-01-11"), Day("2024-01-10"), "2024-01-10"), (state.RaisedOn, state.Raised.RaisedOn, state.Corrections[0].Printed));
    }

    [Fact]
    public void I13_A_published_grade_is_never_altered_and_overall_is_never_computed()
    {
        var state = Report.After(Report.Disorder with { Judgments = [Report.Graded(JudgmentGrade.Good)] });
        Assert.Equal("grade_published", Report.Refused(Report.Disorder with { Judgments = [Report.Graded(JudgmentGrade.Inadequate)] }, state).Code);
        Assert.Null(state.PrintedJudgment("west-mercia", "2025", "overall"));
    }

    [Fact]
    public void I14_Grades_of_different_scales_are_not_compared() =>
        Assert.Equal("scales_differ", Assert.IsType<GradeComparison.Refused>(
            GradeComparison.Of(JudgmentScale.FourPoint, JudgmentGrade.Good, JudgmentScale.FivePoint, JudgmentGrade.Good)).Refusal.Code);

    private static Recommendation AsAt(Scenario record, string day, string known) =>
        Recommendation.Fold(History.Known(record.Stream, Day(day), LondonDay.EndOf(Day(known))))!;
}
