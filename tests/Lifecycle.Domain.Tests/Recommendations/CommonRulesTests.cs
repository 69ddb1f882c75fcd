using System.Text.Json;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class CommonRulesTests
{
    private static readonly RecommendationCommand Owner = new AllocateOwner("head-of-crime");

    [Fact]
    public void Nothing_happens_to_a_record_that_is_not_there() =>
        Given().When(Owner.By(Flo("2024-02-01"))).ThenRefused("record_unknown");

    [Fact]
    public void Nothing_happens_before_the_raise_or_in_the_future() =>
        Given(Raised())
            .When(Owner.By(Flo("2024-01-09").RecordedOn("2024-02-01"))).ThenRefused("before_raise", "10 January 2024")
            .When(Owner.By(Flo("2024-02-02").RecordedOn("2024-02-01"))).ThenRefused("effective_in_future", "2 February 2024")
            .When(Owner.By(Flo("2024-01-10").RecordedOn("2024-02-01"))).ThenAccepted();

    [Fact]
    public void Today_is_the_day_in_london()
    {
        var act = Flo("2024-07-02") with { At = new DateTimeOffset(2024, 7, 1, 23, 30, 0, TimeSpan.Zero) };
        Given(Raised()).When(Owner.By(act)).ThenAccepted();
    }

    [Fact]
    public void Another_body_does_not_work_on_it_but_hmicfrs_and_an_administrator_do()
    {
        Given(Raised()).When(Owner.By(Flo("2024-02-01", "kent"))).ThenRefused("not_your_record", "West Mercia");
        Given(Raised()).When(Owner.By(Fll("2024-02-01"))).ThenAccepted();
        Given(Raised()).When(Owner.By(As(Role.Admin, "admin", Bodies.Hmicfrs, "2024-02-01"))).ThenAccepted();
    }

    [Fact]
    public void What_was_entered_late_is_not_entered_twice() =>
        Given(Raised(), new RateRag(Rag.Red, "Slipped.").By(Flo("2024-05-01")))
            .When(new RateRag(Rag.Green, "On track.").By(Flo("2024-02-01").RecordedOn("2024-05-02")))
            .Then(new RagRated(Rag.Green, "On track."));

    [Fact]
    public void A_command_without_its_act_says_so()
    {
        var forgotten = Assert.Throws<InvalidOperationException>(() => RecommendationDecider.Decide(Owner, null, AuthorityRules.Current));
        Assert.Contains("AllocateOwner was decided without its Act", forgotten.Message, StringComparison.Ordinal);
        Assert.Contains("head-of-crime", Owner.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_raised_once_on_its_day()
    {
        var raise = (RaiseRecommendation)Raised();
        Given().When(raise.By(Hmi("2024-02-01"))).ThenRefused("raise_day", "10 January 2024");
        Given(raise).When(raise).ThenNothing();
        Given(raise).When(raise with { Raised = raise.Raised with { Title = "Another" } }).ThenRefused("record_differs");
        Given().When(raise with { Raised = raise.Raised with { Body = "nowhere" } }).ThenRefused("body_unknown", "nowhere");
        Given().When(raise with { Raised = raise.Raised with { Level = 5 } }).ThenRefused("level_unknown");
    }

    [Fact]
    public void A_correction_keeps_both_values_and_names_a_field_that_can_be_corrected() =>
        Given(Raised())
            .When(new CorrectRecord("level", "2", "3", "Misprint.").By(Flo("2024-02-01"))).ThenRefused("field_not_correctable", "raisedOn")
            .When(new CorrectRecord("raisedOn", null, "16 May", "Misprint.").By(Flo("2024-02-01"))).ThenRefused("day_malformed")
            .When(new CorrectRecord("title", null, null, "Misprint.").By(Flo("2024-02-01"))).ThenRefused("text_required")
            .When(new CorrectRecord("title", null, "Stops").By(Flo("2024-02-01"))).ThenRefused("text_required")
            .When(new CorrectRecord("title", null, "Stops and searches", "Misprint.").By(Flo(RaisedOn).RecordedOn("2024-02-01")))
            .Then(new Corrected("title", "Stop and search", "Stops and searches", "Misprint."));

    [Fact]
    public void Every_command_has_a_word_in_the_api_and_rules()
    {
        // Only publishing raises.
        var commands = typeof(RecommendationCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RecommendationCommand)) && type != typeof(RaiseRecommendation));
        Assert.Equal(commands.Select(type => type.Name).Order(), RecommendationCommands.Known.Values.Select(type => type.Name).Order());
        Assert.Equal(28, RecommendationCommands.Known.Count);
    }

    [Fact]
    public void Optional_fields_may_be_left_out_of_json_and_the_act_is_never_read_from_it()
    {
        var read = JsonSerializer.Deserialize<SubmitEvidence>("""{"name":"a","link":"https://example.org","act":{"actor":"me"}}""", EventCodec.Json);
        Assert.Equal(new SubmitEvidence("a", Link: "https://example.org"), read);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RateRag>("""{"rag":17,"reason":"x"}""", EventCodec.Json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RateRag>("""{"rag":"red"}""", EventCodec.Json));
    }
}
