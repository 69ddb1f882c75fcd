using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

/// <summary>A whole life entered a second time, as an import does, finds each act where it stands and adds nothing.</summary>
public class EnteredAgainTests
{
    private static readonly RecommendationCommand[] Life =
    [
        new SubmitEvidence("Audit", "audit", Link: "https://example.org/audit").By(Flo("2023-06-01")),
        new PassScrutiny("Satisfied.").By(Dcc("2023-06-10")),
        new RecommendClosure("All done.").By(Flo("2023-06-20")),
        new SignOff(Channel: "meeting").By(Fll("2023-06-30")),
    ];

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void An_act_that_stands_in_the_past_is_not_refused_because_the_record_has_ended(int act) =>
        Given([Raised(null, on: "2023-01-01"), .. Life]).When(Life[act]).ThenNothing();

    [Fact]
    public void Other_words_on_the_same_day_are_another_act_and_are_refused() =>
        Given([Raised(null, on: "2023-01-01"), .. Life]).When(new RecommendClosure("Nearly done.").By(Flo("2023-06-20"))).ThenRefused("record_ended");

    [Fact]
    public void The_same_words_on_another_day_are_another_act_and_are_refused() =>
        Given([Raised(null, on: "2023-01-01"), .. Life]).When(new RecommendClosure("All done.").By(Flo("2023-06-21"))).ThenRefused("record_ended");
}
