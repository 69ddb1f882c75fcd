using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

/// <summary>A text can go because the law asks for it; what rules depend on cannot.</summary>
public class EraseTextTests
{
    private static readonly EraseText TheReason = new(2, ["/reason"], "UK GDPR article 17", "It named a person.");
    private static readonly RecommendationCommand Rated = new RateRag(Rag.Amber, "Somebody is away.").By(Flo("2024-02-01"));

    [Fact]
    public void A_text_is_erased_by_an_administrator_once() =>
        Given(Raised(), Rated)
            .When(TheReason.By(Flo("2024-03-01"))).ThenRefused("no_authority")
            .When(TheReason.By(Admin)).Then(new Erased(2, ["/reason"], "UK GDPR article 17", "It named a person."));

    [Fact]
    public void Also_when_the_record_has_ended() =>
        Given(SignedOff()).When(new EraseText(1, ["/summary", "/title"], "Policy 7", "Both named a person.").By(Admin)).ThenAccepted();

    [Theory]
    [InlineData(2, "/rag")]
    [InlineData(2, "/nothing")]
    [InlineData(2, "reason")]
    [InlineData(1, "/level")]
    [InlineData(1, "/deadlines/7/what")]
    [InlineData(1, "/condition")]
    public void What_is_no_text_or_needed_by_a_rule_stays(long version, string field) =>
        Given(Raised(), Rated).When((TheReason with { OfVersion = version, Fields = [field] }).By(Admin)).ThenRefused("text_not_erasable", field);

    [Fact]
    public void A_corrected_day_is_no_text() =>
        Given(Raised(), new CorrectRecord("raisedOn", null, "2024-01-11", "Misprint.").By(Flo("2024-02-01")))
            .When((TheReason with { Fields = ["/value"] }).By(Admin)).ThenRefused("text_not_erasable")
            .When((TheReason with { Fields = ["/reason"] }).By(Admin)).ThenAccepted();

    [Fact]
    public void What_is_missing_is_asked_for() =>
        Given(Raised(), Rated)
            .When((TheReason with { OfVersion = 9 }).By(Admin)).ThenRefused("event_unknown", "9")
            .When((TheReason with { Fields = [] }).By(Admin)).ThenRefused("text_not_erasable", "between 1 and 100")
            .When((TheReason with { Basis = " " }).By(Admin)).ThenRefused("text_required", "basis")
            .When((TheReason with { Reason = "" }).By(Admin)).ThenRefused("text_required", "reason");

    private static Act Admin => As(Role.Admin, "admin", Bodies.Hmicfrs, "2024-05-01");
}
