using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests.Recommendations;

public class DeadlineTests
{
    private static readonly DeadlineStage June = new("All of it", "By June 2024", DeadlineForm.Month, Day("2024-06-30"));
    private static readonly DeadlineStage National = new("All of it", "The national deadline", DeadlineForm.SetNationally, null);

    [Fact]
    public void The_due_day_itself_is_in_time()
    {
        var state = Given(Raised(deadlines: [June])).State!;
        Assert.False(state.IsOverdue(Day("2024-06-30")));
        Assert.True(state.IsOverdue(Day("2024-07-01")));
    }

    [Fact]
    public void A_missed_deadline_is_explained_once_it_is_missed() =>
        Given(Raised(deadlines: [June]))
            .When(new ExplainMissedDeadline("Late vetting data.").By(Flo("2024-06-30"))).ThenRefused("no_missed_deadline")
            .When(new ExplainMissedDeadline("Late vetting data.", Day("2024-05-01")).By(Flo("2024-07-01"))).ThenRefused("no_missed_deadline")
            .When(new ExplainMissedDeadline("Late vetting data.", null, true).By(Flo("2024-07-01")))
            .Then(new MissedDeadlineExplained(Day("2024-06-30"), "Late vetting data.", true))
            .ThenStatus(Status.Raised);

    [Fact]
    public void Without_any_deadline_none_is_missed() =>
        Given(Raised()).When(new ExplainMissedDeadline("Late.").By(Flo("2024-07-01"))).ThenRefused("no_missed_deadline");

    [Fact]
    public void A_national_deadline_without_a_date_can_be_explained() =>
        Given(Raised(deadlines: [National]))
            .When(new ExplainMissedDeadline("Checks of old staff take longer.").By(Flo("2024-07-01")))
            .Then(new MissedDeadlineExplained(null, "Checks of old staff take longer.", null));

    [Fact]
    public void A_deadline_changes_with_a_reason() =>
        Given(Raised(deadlines: [June]))
            .When(new ChangeDeadline([National], "").By(Fll("2024-02-01"))).ThenRefused("text_required")
            .When(new ChangeDeadline([June], "The same.").By(Fll("2024-02-01"))).ThenNothing()
            .When(new ChangeDeadline([National], "Now national.").By(Fll("2024-02-01"))).Then(new DeadlineChanged([National], "Now national."));

    public static TheoryData<string, DeadlineStage> Wrong => new()
    {
        { "deadline_form", June with { Due = null } },
        { "deadline_form", National with { Due = Day("2024-06-30") } },
        { "text_required", June with { Printed = "" } },
        { "text_required", June with { What = "" } },
        { "body_unknown", June with { Owner = "nobody" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_stage_says_what_is_due_and_when(string code, DeadlineStage stage) =>
        Given(Raised()).When(new ChangeDeadline([stage], "Agreed.").By(Fll("2024-02-01"))).ThenRefused(code);

    [Fact]
    public void Another_bodys_stage_makes_nobody_else_overdue() =>
        Assert.False(Given(Raised(deadlines: [June with { Owner = "npcc" }])).State!.IsOverdue(Day("2025-01-01")));
}
