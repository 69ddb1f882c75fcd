using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class RecommendClosureTests
{
    private static readonly RecommendClosure Command = new("Done.");

    [Fact]
    public void It_binds_the_standing_evidence_and_the_version_judged() =>
        Given(Raised(), Evidence(), Evidence(id: "b"), new WithdrawEvidence("b", "Wrong file.").By(Flo("2024-02-02")))
            .When(Command.By(Flo("2024-03-01")))
            .Then(new ClosureRecommended("Done.", "flo-1", [new("audit", null, "https://example.org/audit")], 4))
            .ThenStatus(Status.ClosureRecommended);

    [Fact]
    public void It_needs_evidence_that_still_stands()
    {
        Given(Raised()).When(Command.By(Flo("2024-03-01"))).ThenRefused("evidence_required");
        Given(Raised(), Evidence(), new WithdrawEvidence("audit", "Wrong.").By(Flo("2024-02-02")))
            .When(Command.By(Flo("2024-03-01"))).ThenRefused("evidence_required");
    }

    [Fact]
    public void It_needs_every_step_met() =>
        Given(Raised(), new SetStepsToGreen([StepOne, StepTwo]).By(Lead("2024-01-20")), Evidence(), new MeetStep("1").By(Lead("2024-02-02")))
            .When(Command.By(Flo("2024-03-01"))).ThenRefused("steps_not_met", "2")
            .And(new MeetStep("2").By(Lead("2024-02-03")))
            .When(Command.By(Flo("2024-03-01"))).ThenAccepted();

    [Fact]
    public void It_needs_a_relevant_record() =>
        Given(Raised(), Evidence(), new DecideRelevance(false, "No custody suite here.").By(Flo("2024-02-10")))
            .When(Command.By(Flo("2024-03-01"))).ThenRefused("not_relevant");

    [Theory]
    [InlineData(Role.Lead)]
    [InlineData(Role.Chief)]
    [InlineData(Role.National)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Fll)]
    public void Only_the_liaison_officer_or_the_deputy_chief_recommends_for_a_force(Role role) =>
        Given(Raised(), Evidence()).When(Command.By(As(role, "x", "west-mercia", "2024-03-01"))).ThenRefused("no_authority");

    [Fact]
    public void Whoever_answers_for_a_national_body_recommends_there() =>
        Given(Raised(body: "npcc"), Evidence(body: "npcc")).When(Command.By(As(Role.National, "n", "npcc", "2024-03-01"))).ThenAccepted();

    [Fact]
    public void West_midlands_needs_scrutiny_and_again_after_new_evidence() =>
        Given(Raised(body: "west-midlands"), Evidence(body: "west-midlands"))
            .When(Command.By(Flo("2024-03-01", "west-midlands"))).ThenRefused("scrutiny_required")
            .And(new PassScrutiny().By(Dcc("2024-02-10", "west-midlands")), Evidence("2024-02-11", "b", "west-midlands"))
            .When(Command.By(Flo("2024-03-01", "west-midlands"))).ThenRefused("scrutiny_required")
            .And(new PassScrutiny().By(Dcc("2024-02-12", "west-midlands")))
            .When(Command.By(Flo("2024-03-01", "west-midlands"))).ThenAccepted();

    [Fact]
    public void It_is_not_dated_before_what_it_judges() =>
        Given(Raised(), Evidence("2024-02-01"), Evidence("2024-02-20", "b"))
            .When(Command.By(Flo("2024-02-10").RecordedOn("2024-03-01"))).ThenRefused("too_early", "20 February 2024");

    [Fact]
    public void A_second_case_for_closure_waits_for_the_first() =>
        Given(AwaitingSignOff(3))
            .When(Recommended()).ThenNothing()
            .When(new RecommendClosure("Another case.").By(Flo("2024-03-02"))).ThenRefused("closure_pending");

    [Fact]
    public void Scrutiny_is_for_whom_the_force_names()
    {
        Given(Raised(), Evidence()).When(new PassScrutiny("Fine.").By(Flo("2024-02-10"))).Then(new ScrutinyPassed("Fine."));
        Given(Raised(body: "west-midlands")).When(new PassScrutiny().By(Flo("2024-02-10", "west-midlands"))).ThenRefused("no_authority", "deputy chief constable");
        Given(Raised(), Evidence()).When(new ReturnScrutiny("Too thin.").By(Lead("2024-02-10"))).ThenRefused("no_authority");
        Given(Raised(), Evidence()).When(new ReturnScrutiny("Too thin.").By(Dcc("2024-02-10"))).Then(new ScrutinyReturned("Too thin."));
    }

    [Fact]
    public void Scrutiny_is_not_dated_before_what_it_looked_at() =>
        Given(Raised(), Evidence("2024-02-20")).When(new PassScrutiny().By(Dcc("2024-02-10").RecordedOn("2024-03-01"))).ThenRefused("too_early");
}
