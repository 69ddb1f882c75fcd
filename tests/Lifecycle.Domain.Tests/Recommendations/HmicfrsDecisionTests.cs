using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class HmicfrsDecisionTests
{
    public static TheoryData<RecommendationCommand> Decisions =>
    [
        new GradeLevel(3),
        new CloseNotApplicable("Its own inspection replaced it."),
        new Supersede("peel-west-mercia-2026-1-west-mercia", "Asked again."),
        new Withdraw("Raised in error."),
    ];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Hmicfrs_decides_or_a_liaison_officer_transcribes_with_the_source(RecommendationCommand command)
    {
        Given(Raised()).When(command.By(Fll("2024-02-01"))).ThenAccepted();
        Given(Raised()).When(command.By(Flo("2024-02-01", source: "Portal, 1 February 2024"))).ThenAccepted();
        Given(Raised()).When(command.By(Flo("2024-02-01"))).ThenRefused("source_required");
        Given(Raised()).When(command.By(Chief("2024-02-01"))).ThenRefused("no_authority");
    }

    [Fact]
    public void Only_hmicfrs_reopens_and_only_what_has_ended()
    {
        Given(SignedOff()).When(new Reopen("Re-inspected.").By(Flo("2024-05-01", source: "Portal"))).ThenRefused("no_authority");
        Given(Raised()).When(new Reopen("Re-inspected.").By(Fll("2024-05-01"))).ThenRefused("not_ended");
        Given(SignedOff())
            .When(new Reopen("Re-inspected.").By(Fll("2024-03-31").RecordedOn("2024-05-01"))).ThenRefused("too_early", "1 April 2024")
            .When(new Reopen("Re-inspected.").By(Fll("2024-05-01"))).Then(new Reopened("Re-inspected.")).ThenStatus(Status.InProgress);
    }

    [Fact]
    public void A_level_is_1_to_4_and_a_regrade_says_why() =>
        Given(Raised())
            .When(new GradeLevel(5).By(Fll("2024-02-01"))).ThenRefused("level_unknown")
            .When(new GradeLevel(0).By(Fll("2024-02-01"))).ThenRefused("level_unknown")
            .When(new GradeLevel(2).By(Fll("2024-02-01"))).Then(new LevelGraded(2, null))
            .When(new GradeLevel(3).By(Fll("2024-02-02"))).ThenRefused("text_required")
            .When(new GradeLevel(3, "A serious case.").By(Fll("2024-02-02"))).Then(new LevelGraded(3, "A serious case."));

    [Fact]
    public void A_record_does_not_replace_itself() =>
        Given(Raised()).When(new Supersede("peel-west-mercia-2024-1-west-mercia", "Again.").By(Fll("2024-02-01"))).ThenRefused("successor_is_itself");

    [Fact]
    public void An_ended_record_does_not_end_in_another_way() =>
        Given(SignedOff()).When(new Withdraw("Raised in error.").By(Fll("2024-05-01"))).ThenRefused("record_ended");

    [Fact]
    public void A_status_is_not_changed_before_it_began()
    {
        var late = Fll("2024-02-15").RecordedOn("2024-05-01");
        Given(AwaitingSignOff(3)).When(new CloseNotApplicable("Gone.").By(late)).ThenRefused("too_early", "1 March 2024");
        Given(AwaitingSignOff(3)).When(new Supersede("x", "Gone.").By(late)).ThenRefused("too_early", "1 March 2024");
        Given(AwaitingSignOff(3)).When(new Withdraw("Gone.").By(late)).ThenRefused("too_early", "1 March 2024");
        Given(Raised(), new DecideRelevance(false, "No custody.").By(Flo("2024-03-01")))
            .When(new DecideRelevance(true, "It has one.").By(Flo("2024-02-15").RecordedOn("2024-05-01"))).ThenRefused("too_early", "1 March 2024");
    }

    [Fact]
    public void Relevance_is_dated_and_may_change() =>
        Given(Raised())
            .When(new DecideRelevance(false, "No custody.").By(Flo("2024-02-01"))).Then(new RelevanceDecided(false, "No custody.")).ThenStatus(Status.NotRelevant)
            .When(new DecideRelevance(true, "It has one now.").By(Flo("2024-03-01"))).Then(new RelevanceDecided(true, "It has one now.")).ThenStatus(Status.Raised);
}
