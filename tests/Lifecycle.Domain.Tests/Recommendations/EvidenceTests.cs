using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class EvidenceTests
{
    private static readonly string Digest = new('a', 64);
    private static readonly SubmitEvidence File = new("audit.pdf", null, "Fifty searches", Digest, "application/pdf", 4096);

    [Fact]
    public void A_file_is_its_digest_and_description() =>
        Given(Raised())
            .When(File.By(Lead("2024-02-01")))
            .Then(new EvidenceSubmitted("evidence-2", "audit.pdf", "Fifty searches", Digest, "application/pdf", 4096, null, Marking.Official, []))
            .ThenStatus(Status.InProgress);

    [Fact]
    public void Every_step_met_and_evidence_standing_is_steps_evidenced() =>
        Given(Raised(), new SetStepsToGreen([StepOne]).By(Lead("2024-01-20")), new MeetStep("1").By(Lead("2024-01-21")))
            .When((File with { Steps = ["1"] }).By(Lead("2024-02-01"))).ThenAccepted().ThenStatus(Status.StepsEvidenced);

    public static TheoryData<string, SubmitEvidence> Wrong => new()
    {
        { "evidence_form", new("Nothing") },
        { "evidence_form", File with { Link = "https://example.org" } },
        { "evidence_form", new("Link", Link: "https://example.org", Size: 3) },
        { "digest_malformed", File with { Sha256 = Digest.ToUpperInvariant() } },
        { "digest_malformed", File with { Sha256 = "abc" } },
        { "file_details_required", File with { MediaType = null } },
        { "file_details_required", File with { Size = 0 } },
        { "file_details_required", File with { Size = long.MaxValue } },
        { "link_malformed", new("Link", Link: "ftp://example.org/x") },
        { "link_malformed", new("Link", Link: "javascript:alert(1)") },
        { "marking_too_high", File with { Marking = Marking.Secret } },
        { "marking_too_high", File with { Marking = Marking.TopSecret } },
        { "step_unknown", File with { Steps = ["7"] } },
        { "text_required", File with { Name = " " } },
        { "text_too_long", File with { Name = new string('n', 301) } },
        { "text_malformed", File with { Description = "nought \0" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Evidence_that_cannot_be_judged_or_held_is_refused(string code, SubmitEvidence command) =>
        Given(Raised()).When(command.By(Lead("2024-02-01"))).ThenRefused(code);

    [Fact]
    public void One_id_is_one_item() =>
        Given(Raised(), Evidence())
            .When(Evidence("2024-02-09")).ThenNothing()
            .When(new SubmitEvidence("Another", "audit", Link: "https://example.org/2").By(Flo("2024-02-09"))).ThenRefused("id_taken", "audit");

    [Fact]
    public void Withdrawn_evidence_stays_withdrawn() =>
        Given(Raised(), Evidence("2024-02-05"))
            .When(new WithdrawEvidence("other", "Wrong.").By(Lead("2024-02-06"))).ThenRefused("evidence_unknown")
            .When(new WithdrawEvidence("audit", "Wrong.").By(Lead("2024-02-04").RecordedOn("2024-02-06"))).ThenRefused("too_early", "5 February 2024")
            .When(new WithdrawEvidence("audit", "Wrong.").By(Lead("2024-02-06"))).Then(new EvidenceWithdrawn("audit", "Wrong."))
            .When(Evidence("2024-02-07")).ThenRefused("evidence_withdrawn");
}
