using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Domain.Tests.Publications;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;
using static Lifecycle.Testing.Records;
using static Lifecycle.Testing.Scenario;

namespace Lifecycle.Domain.Tests;

/// <summary>Streams A to J of the handbook, section 12. Days that the papers leave open are ours.</summary>
public class WorkedStreamTests
{
    private static readonly RecommendationCommand[] PeelWithEverythingProved =
    [
        Raised(on: "2022-05-01", publication: "peel-west-mercia-2021-22"),
        new SetStepsToGreen([StepOne]).By(Lead("2022-06-01")),
        new MeetStep("1").By(Lead("2023-03-01")),
        Evidence("2023-03-01"),
    ];

    [Fact]
    public void A_An_afi_of_west_mercia_is_signed_off_at_a_meeting_in_june_2023_and_no_longer_open_in_september()
    {
        var record = Given([.. PeelWithEverythingProved,
            new PassScrutiny().By(Dcc("2023-04-01")), Recommended("2023-05-01"), new SignOff(Channel: "meeting").By(Fll("2023-06-15"))]);
        Assert.Equal(Status.SignedOff, AsAt(record, "2023-09-04").Status);
        Assert.True(AsAt(record, "2023-06-14").Status.IsOpen());
    }

    [Fact]
    public void B_With_every_step_evidenced_it_still_counts_as_open() =>
        Assert.True(Given(PeelWithEverythingProved).ThenStatus(Status.StepsEvidenced).State!.Status.IsOpen());

    [Fact]
    public void C_City_of_london_closes_child_protection_as_not_applicable_after_its_own_inspection() =>
        Given(Raised(body: "city-of-london", on: "2020-02-29"))
            .When(new DecideRelevance(true, "Applies to every force.").By(Flo("2020-03-10", "city-of-london"))).ThenNothing()
            .When(new CloseNotApplicable("Its own inspection was published in July 2020.").By(Flo("2020-07-31", "city-of-london", "002:170-173"))).ThenAccepted()
            .ThenStatus(Status.ClosedNotApplicable);

    [Fact]
    public void D_City_of_london_six_raised_four_relevant_three_claimed_implemented_one_with_a_forecast()
    {
        Scenario[] six = [.. Enumerable.Range(1, 6).Select(_ => Given(Raised(body: "city-of-london", on: "2019-09-30")))];
        foreach (var record in six[4..]) record.And(new DecideRelevance(false, "Not for this force.").By(Flo("2019-11-01", "city-of-london")));
        foreach (var record in six[..3]) record.And(new ReportProgress("Done.", ForBoard: true, ClaimsImplemented: true).By(Flo("2020-06-01", "city-of-london")));
        six[3].And(new ForecastDelivery(Day("2020-11-30"), "November 2020").By(Flo("2020-09-01", "city-of-london")));
        Assert.Equal(4, six.Count(record => record.State!.Status.IsOpen()));
        Assert.Equal(3, six.Count(record => record.State!.ClaimsImplemented));
        Assert.Equal((Day("2020-11-30"), Status.Raised), (six[3].State!.Forecast!.Expected, six[3].State!.Status));
    }

    [Fact]
    public void E_West_mercias_vetting_update_goes_through_the_npcc_and_misses_a_national_deadline()
    {
        DeadlineStage national = new("All of it", "national deadline", DeadlineForm.SetNationally, null);
        var record = Given(
            Raised(kind: RecordKind.Recommendation, on: "2022-11-30", deadlines: [national]),
            new ReportProgress("Checks go on.", ForPortal: true, Channel: "npcc").By(Flo("2023-06-01")),
            new ExplainMissedDeadline("Checks of IT access take longer.", null, true).By(Flo("2023-07-01")));
        var state = AsAt(record, "2023-09-04");
        Assert.Equal((true, true, "npcc"), (state.Status.IsOpen(), state.MissedDeadlines[0].SharedWithOtherForces, state.Reports[0].Channel));
        Assert.False(state.IsOverdue(Day("2023-09-04")));
    }

    [Fact]
    public void F_Immigration_crime_was_printed_2024_and_means_2025()
    {
        var published = Publish("immigration-crime", "2024-05-16", Due("2026-04-30", DeadlineForm.Day), [Addressees.AllForces],
            new Corrected("publishedOn", "2024-05-16", "2025-05-16", "The digest covers May to July 2025."));
        Assert.Equal(43, published.Count);
        Assert.All(published, raise => Assert.Equal((Day("2025-05-16"), Day("2026-04-30")), (raise.Raised.RaisedOn, raise.Raised.Deadlines[0].Due!.Value)));
    }

    [Fact]
    public void G_Disorder_binds_the_npcc_and_every_chief_constable_from_that_day()
    {
        var published = Publish("disorder", "2025-05-07", Due("2025-05-07", DeadlineForm.ImmediateEffect), ["npcc", Addressees.AllForces]);
        Assert.Equal(44, published.Count);
        var state = Given(published[0].By(Hmi("2025-05-07"))).State!;
        Assert.Equal((false, true), (state.IsOverdue(Day("2025-05-07")), state.IsOverdue(Day("2025-05-08"))));
    }

    [Fact]
    public void H_Recommendation_2_of_2018_has_a_stage_of_the_npcc_and_one_of_the_force_and_continues_two_older_ones()
    {
        var published = Publish("peel-effectiveness-2017", "2018-03-31",
            [Due("2018-04-30", DeadlineForm.Month)[0] with { Owner = "npcc" }, .. Due("2018-09-30", DeadlineForm.Month)], ["kent"]);
        var record = Given(published[0].By(Hmi("2018-03-31")))
            .And(new LinkRecord(LinkRelation.Continues, "peel-effectiveness-2016-1-kent").By(Hmi("2018-03-31")))
            .And(new LinkRecord(LinkRelation.Continues, "peel-effectiveness-2016-2-kent").By(Hmi("2018-03-31")));
        Assert.Equal((2, Day("2018-09-30")), (record.State!.Links.Count, record.State!.DueOn!.Value));
        Assert.False(record.State!.IsOverdue(Day("2018-05-01")));
    }

    [Fact]
    public void I_The_definition_of_vulnerability_was_never_delivered_and_stays_open()
    {
        var published = Publish("vulnerability-2015", "2015-12-31", [], ["college-of-policing", "npcc"]);
        var records = published.Select(raise => Given(raise.By(Hmi("2015-12-31")))).ToList();
        records[1].And(new LinkRecord(LinkRelation.CitedAgain, "peel-effectiveness-2017").By(Hmi("2018-03-31")));
        Assert.Equal(["college-of-policing", "npcc"], records.Select(record => record.State!.Body));
        Assert.All(records, record => Assert.True(AsAt(record, "2018-03-31").Status.IsOpen()));
    }

    [Fact]
    public void J_Lincolnshires_counts_are_known_before_its_records()
    {
        CountsDeclared counts = new("lincolnshire", new Dictionary<string, int?> { ["causes-of-concern"] = 5, ["areas-for-improvement"] = 20 }, "000:167", null);
        var item = Report.Disorder with { Id = "peel-lincolnshire-2025", Counts = [counts] };
        var state = Report.After(item, item with { Records = [Report.Record("c1", RecordKind.CauseOfConcern, "lincolnshire")] });
        Assert.Equal((5, 1), (state.Counts[0].Counts["causes-of-concern"]!.Value, state.Records.Count(record => record.Kind == RecordKind.CauseOfConcern)));
    }

    private static Recommendation AsAt(Scenario record, string day) =>
        Recommendation.Fold(History.Known(record.Stream, Day(day), DateTimeOffset.MaxValue))!;

    private static DeadlineStage[] Due(string day, DeadlineForm form) => [new("All of it", "As printed", form, Day(day))];

    private static IReadOnlyList<RaiseRecommendation> Publish(
        string id, string on, DeadlineStage[] deadlines, string[] addressees, params Corrected[] corrections)
    {
        var state = Report.After(Report.Disorder with
        {
            Id = id,
            PublishedOn = Day(on),
            Corrections = corrections,
            Records = [Report.Record("2", RecordKind.Recommendation, addressees) with { Deadlines = deadlines }],
        });
        return FanOut.Of(state, state.Records);
    }
}
