using Lifecycle.Domain.Publications;
using static Lifecycle.Domain.Tests.Publications.Report;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Publications;

public class FanOutTests
{
    [Fact]
    public void All_forces_are_43_and_each_body_is_named_once()
    {
        var raised = Raised(Record("r1", RecordKind.Recommendation, "npcc", Addressees.AllForces, "kent"));
        Assert.Equal(44, raised.Count);
        Assert.Equal(44, raised.Select(command => command.Stream).Distinct().Count());
        Assert.Contains(raised, command => command.Raised.Reference == "disorder-tranche-2-r1-npcc");
    }

    [Fact]
    public void A_record_without_addressees_raises_nothing() => Assert.Empty(Raised(Record("r1")));

    [Fact]
    public void A_stage_keeps_the_body_that_owns_it()
    {
        var stage = new DeadlineStage("Enable it", "By April 2018", DeadlineForm.Month, Day("2018-04-30"), "npcc");
        Assert.Equal([stage], Raised(Record("r1", RecordKind.Recommendation, "kent") with { Deadlines = [stage] })[0].Raised.Deadlines);
    }

    [Fact]
    public void A_parent_is_that_of_the_same_body()
    {
        var cause = Record("c1", RecordKind.CauseOfConcern, "kent");
        var answer = Record("r1", RecordKind.Recommendation, "kent", "npcc") with { Parent = "c1" };
        Assert.Equal([null, "disorder-tranche-2-c1-kent", null], Raised(cause, answer).Select(command => command.Raised.Parent));
    }

    [Fact]
    public void Records_are_raised_on_the_corrected_day_with_the_publications_source()
    {
        var state = After(Disorder with
        {
            Corrections = [new("publishedOn", "2025-05-07", "2025-05-08", "The letter says the 8th.")],
            Records = [Record("r1", RecordKind.Recommendation, "kent")],
        });
        var raised = FanOut.Of(state, state.Records)[0].Raised;
        Assert.Equal((Day("2025-05-08"), "000:114"), (raised.RaisedOn, raised.Source));
    }

    private static IReadOnlyList<Domain.Recommendations.RaiseRecommendation> Raised(params MadeRecord[] records)
    {
        var state = After(Disorder with { Records = records });
        return FanOut.Of(state, state.Records);
    }
}
