using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Domain.Tests.Publications;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests;

/// <summary>A text can go because the law asks for it; what rules depend on cannot.</summary>
public class EraseTextTests
{
    private static readonly EraseText TheReason = new(2, ["/reason"], "UK GDPR article 17", "It named a person.");
    private static readonly RecommendationCommand Rated = new RateRag(Rag.Amber, "Somebody is away.").By(Flo("2024-02-01"));
    private static readonly Act Admin = As(Role.Admin, "admin", Bodies.Hmicfrs, "2024-05-01");

    [Fact]
    public void A_text_is_erased_by_an_administrator_once()
    {
        var record = Given(Raised(), Rated).Stream;
        Assert.Equal("no_authority", Refused(TheReason with { Act = Flo("2024-03-01") }, record).Code);

        var erased = Erased(TheReason, record);

        Assert.Equal((2L, "UK GDPR article 17", "It named a person."), (erased.Version, erased.Basis, erased.Reason));
        Assert.Equal(["/reason"], erased.Fields);
        Assert.Equal([], Events(EraseText.Decide(TheReason with { Act = Admin }, [.. record, Entry(3, erased)])));
    }

    [Fact]
    public void Also_when_the_record_has_ended() =>
        Erased(new EraseText(1, ["/summary", "/title"], "Policy 7", "Both named a person."), Given(SignedOff()).Stream);

    [Fact]
    public void Also_from_a_publication_and_from_a_declared_position()
    {
        var released = new PublicationReleased("p", "Title", null, "peel", Day("2024-01-01"), DatePrecision.Day, null, false, null, [], [], null, null, "A person wrote it.");
        Erased(new EraseText(1, ["/notes"], "Policy 7", "It named a person."), [Entry(1, released)]);
        var declared = new PositionDeclared("d", new PositionSubject(SubjectKind.Body, "west-mercia"), Day("2024-01-01"), new Dictionary<RecordKind, decimal?>(), "Paper", "A person said so.");
        Erased(new EraseText(1, ["/note"], "Policy 7", "It named a person."), [Entry(1, declared)]);
    }

    [Theory]
    [InlineData(2, "/rag")]
    [InlineData(2, "/nothing")]
    [InlineData(2, "reason")]
    [InlineData(1, "/level")]
    [InlineData(1, "/deadlines/7/what")]
    [InlineData(1, "/condition")]
    public void What_is_no_text_or_needed_by_a_rule_stays(long version, string field)
    {
        var refused = Refused(TheReason with { OfVersion = version, Fields = [field], Act = Admin }, Given(Raised(), Rated).Stream);
        Assert.Equal("text_not_erasable", refused.Code);
        Assert.Contains(field, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raisedOn")]
    [InlineData("publishedOn")]
    [InlineData("kind")]
    [InlineData("grade/west-mercia/2021/crime-prevention")]
    [InlineData("counts/recommendation")]
    [InlineData("asAt")]
    public void A_corrected_day_word_or_count_is_no_text(string field)
    {
        Recorded[] history = [Entry(1, new Corrected(field, "1", "2", "Misprint."))];
        var erase = TheReason with { OfVersion = 1, Act = Admin };
        Assert.Equal("text_not_erasable", Refused(erase with { Fields = ["/value"] }, history).Code);
        Erased(erase with { Fields = ["/reason"] }, history);
    }

    [Fact]
    public void What_is_missing_is_asked_for()
    {
        var record = Given(Raised(), Rated).Stream;
        var erase = TheReason with { Act = Admin };
        var unknown = Refused(erase with { OfVersion = 9 }, record);
        Assert.Equal(("event_unknown", "There is no event of version 9. There are: 1 recommendation_raised, 2 rag_rated."), (unknown.Code, unknown.Message));
        Assert.Contains("between 1 and 100", Refused(erase with { Fields = [] }, record).Message, StringComparison.Ordinal);
        Assert.Contains("basis", Refused(erase with { Basis = " " }, record).Message, StringComparison.Ordinal);
        Assert.Contains("reason", Refused(erase with { Reason = "" }, record).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_found_wherever_it_stands_and_can_be_erased()
    {
        var made = Report.Record("1") with { Summary = "A person's name." };
        Assert.Equal(["/records/0/summary", "/records/1/summary"], EraseText.PlacesOf("A person's name.", new RecordsMade([made, made with { Number = "2" }])));
        Assert.Empty(EraseText.PlacesOf("1", new RecordsMade([made])));
    }

    [Fact]
    public void What_stands_in_place_of_an_erased_text_cannot_be_entered() =>
        Given(Raised()).When(new RateRag(Rag.Amber, Domain.Erased.Mark).By(Flo("2024-02-01"))).ThenRefused("text_malformed", "[erased]");

    [Fact]
    public void What_was_erased_does_not_come_back_when_it_is_entered_again()
    {
        var raise = Raised();
        var was = Given(raise, Rated).Stream;
        Recorded[] now =
        [
            was[0] with { Event = ((RecommendationRaised)was[0].Event) with { Summary = Domain.Erased.Mark } },
            was[1] with { Event = new RagRated(Rag.Amber, Domain.Erased.Mark) },
            Entry(3, new Erased(2, ["/reason"], "Policy 7", "It named a person.")),
        ];
        var state = Recommendation.Fold(now);

        Assert.Equal([], Events(RecommendationDecider.Decide(raise, state, AuthorityRules.Current)));
        Assert.Equal([], Events(RecommendationDecider.Decide(Rated, state, AuthorityRules.Current)));
    }

    private static IReadOnlyList<IEvent> Events(Decision decision) => Assert.IsType<Decision.Accepted>(decision, exactMatch: true).Events;

    private static Recorded Entry(long version, IEvent happened) => new(version, Admin.At, EventHeaders.Of(Admin, happened), happened);

    private static Erased Erased(EraseText command, IReadOnlyList<Recorded> history) => Assert.IsType<Erased>(Assert.Single(
        Events(EraseText.Decide(command with { Act = Admin }, history))));

    private static Refusal Refused(EraseText command, IReadOnlyList<Recorded> history) =>
        Assert.IsType<Decision.Refused>(EraseText.Decide(command, history), exactMatch: true).Refusal;
}
