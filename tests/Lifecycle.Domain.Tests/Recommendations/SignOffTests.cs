using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class SignOffTests
{
    private static readonly JudgedEvidence Judged = new("audit", null, "https://example.org/audit");

    [Fact]
    public void A_chief_constable_signs_off_level_2_with_an_oversight_note() =>
        Given(AwaitingSignOff(2))
            .When(new SignOff("Reviewed by the audit committee.", "meeting").By(Chief("2024-04-01")))
            .Then(new SignedOff(SignOffAuthority.ChiefConstable, "meeting", "Reviewed by the audit committee.", [Judged], 2, 2, "level-2-chief-constable", 1))
            .ThenStatus(Status.SignedOff);

    [Fact]
    public void Without_an_oversight_note_level_2_is_not_signed_off() =>
        Given(AwaitingSignOff(2)).When(new SignOff(" ").By(Chief("2024-04-01"))).ThenRefused("oversight_note_required", "level-2-chief-constable");

    [Fact]
    public void Hmicfrs_does_not_sign_off_what_the_chief_constable_signs_off() =>
        Given(AwaitingSignOff(2)).When(new SignOff().By(Fll("2024-04-01"))).ThenRefused("no_authority", "Ask the chief constable.");

    [Fact]
    public void A_chief_constable_is_told_who_signs_off_level_3() =>
        Given(AwaitingSignOff(3))
            .When(new SignOff("Seen.").By(Chief("2024-04-01")))
            .ThenRefused("no_authority", "Level 3 records are signed off by HMICFRS (rule level-3-hmicfrs, version 1). Ask your force liaison lead.");

    [Fact]
    public void A_force_liaison_lead_signs_off_level_3() =>
        Given(AwaitingSignOff(3))
            .When(new SignOff().By(Fll("2024-04-01")))
            .Then(new SignedOff(SignOffAuthority.Hmicfrs, null, null, [Judged], 2, 3, "level-3-hmicfrs", 1));

    [Fact]
    public void Nobody_signs_off_what_they_recommended() =>
        Given(AwaitingSignOff(2))
            .When(new SignOff("Seen.").By(As(Role.Chief, "flo-1", "west-mercia", "2024-04-01")))
            .ThenRefused("own_recommendation");

    [Fact]
    public void Nothing_is_signed_off_before_closure_is_recommended() =>
        Given(Raised(3), Evidence()).When(new SignOff().By(Fll("2024-04-01"))).ThenRefused("closure_not_recommended");

    [Fact]
    public void Signing_off_twice_changes_nothing() =>
        Given(SignedOff()).When(new SignOff().By(Hmi("2024-04-02"))).ThenNothing();

    [Fact]
    public void Another_forces_chief_constable_has_no_say() =>
        Given(AwaitingSignOff(2)).When(new SignOff("Seen.").By(Chief("2024-04-01", "kent"))).ThenRefused("not_your_record", "West Mercia");

    [Fact]
    public void A_regrade_while_closure_is_pending_takes_the_chiefs_authority_away() =>
        Given([.. AwaitingSignOff(2), new GradeLevel(3, "A serious case came to light.").By(Fll("2024-03-15"))])
            .When(new SignOff("Seen.").By(Chief("2024-04-01")))
            .ThenRefused("no_authority", "level-3-hmicfrs")
            .When(new SignOff().By(Fll("2024-04-01")))
            .ThenAccepted();

    [Fact]
    public void A_sign_off_is_not_dated_before_the_closure_recommendation() =>
        Given(AwaitingSignOff(3)).When(new SignOff().By(Fll("2024-02-29").RecordedOn("2024-04-01"))).ThenRefused("too_early", "1 March 2024");

    [Fact]
    public void A_sign_off_is_not_dated_before_the_level_it_rests_on() =>
        Given([.. AwaitingSignOff(3), new GradeLevel(2, "Less serious than thought.").By(Fll("2024-03-15"))])
            .When(new SignOff("Seen.").By(Chief("2024-03-10").RecordedOn("2024-04-01")))
            .ThenRefused("too_early", "15 March 2024");

    [Fact]
    public void A_cause_of_concern_waits_for_its_recommendations() =>
        Given(AwaitingSignOff(null, RecordKind.CauseOfConcern))
            .When(new SignOff { OpenChildren = ["peel-west-mercia-2024-2-west-mercia"] }.By(Fll("2024-04-01")))
            .ThenRefused("open_children", "peel-west-mercia-2024-2-west-mercia")
            .When(new SignOff().By(Fll("2024-04-01")))
            .ThenAccepted();

    [Fact]
    public void Whoever_may_sign_off_may_return_and_says_what_is_missing() =>
        Given(AwaitingSignOff(3))
            .When(new ReturnClosure("The sample is too small.").By(Chief("2024-04-01")))
            .ThenRefused("no_authority")
            .When(new ReturnClosure("The sample is too small.").By(Fll("2024-04-01")))
            .Then(new ClosureReturned("The sample is too small."))
            .ThenStatus(Status.InProgress);

    [Fact]
    public void A_return_needs_a_recommendation_and_is_not_dated_before_it()
    {
        Given(Raised(3)).When(new ReturnClosure("All.").By(Fll("2024-04-01"))).ThenRefused("closure_not_recommended");
        Given(AwaitingSignOff(3)).When(new ReturnClosure("All.").By(Fll("2024-02-10").RecordedOn("2024-04-01"))).ThenRefused("too_early");
        Given(AwaitingSignOff(3)).When(new ReturnClosure("").By(Fll("2024-04-01"))).ThenRefused("text_required");
    }
}
