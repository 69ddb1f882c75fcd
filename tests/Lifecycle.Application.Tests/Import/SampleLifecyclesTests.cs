using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Xunit;

namespace Lifecycle.Application.Tests.Import;

/// <summary>The worked lives A to J of the handbook, as the sample register tells them (G and J are in <see cref="SampleRegisterTests"/>).</summary>
public sealed class SampleLifecyclesTests
{
    private static readonly Lazy<Applied> Sample = new(() => Applied.Of(SampleRegister.Read().Select(reading => reading.Document!)));

    private static Recommendation AsAt(string reference, string day) => Sample.Value.AsAt(reference, DateOnly.Parse(day, null))!;

    [Theory]
    [InlineData("peel-2021-22-west-mercia-afi-1-west-mercia")]
    [InlineData("peel-2021-22-west-mercia-afi-2-west-mercia")]
    public void A_signed_off_at_a_meeting_in_June_2023(string reference)
    {
        Assert.True(AsAt(reference, "2023-06-29").Status.IsOpen());
        var signed = Assert.IsType<SignedOff>(Assert.IsType<Stage.EndedStage>(AsAt(reference, "2023-06-30").Stage).By);
        Assert.Equal((SignOffAuthority.Hmicfrs, "meeting"), (signed.Authority, signed.Channel));
    }

    [Fact]
    public void B_every_step_is_evidenced_and_the_record_still_counts_as_open() => Assert.All(
        ["peel-2021-22-west-mercia-unnamed-1-west-mercia", "peel-2021-22-west-mercia-unnamed-2-west-mercia"],
        reference => Assert.Equal(Status.StepsEvidenced, AsAt(reference, "2023-09-04").Status));

    [Fact]
    public void C_closed_because_the_condition_no_longer_holds()
    {
        Assert.Equal(Status.Raised, AsAt("child-protection-2019-1-city-of-london", "2020-02-29").Status);
        Assert.Equal(Status.ClosedNotApplicable, AsAt("child-protection-2019-1-city-of-london", "2020-09-30").Status);
        Assert.Equal(Status.Raised, AsAt("child-protection-2019-1-kent", "2020-09-30").Status);
    }

    [Fact]
    public void D_outstanding_with_a_forecast_that_is_no_deadline()
    {
        var record = AsAt("abuse-of-position-2019-1-city-of-london", "2021-01-01");
        Assert.Equal(new DateOnly(2020, 11, 30), record.Forecast!.Expected);
        Assert.False(record.IsOverdue(new DateOnly(2021, 1, 1)));
    }

    [Fact]
    public void E_three_missed_deadlines_are_explained_and_stay_open() => Assert.All(
        ["vetting-misconduct-misogyny-1-west-mercia", "vetting-misconduct-misogyny-2-west-mercia", "vetting-misconduct-misogyny-3-west-mercia"],
        reference =>
        {
            var record = AsAt(reference, "2023-09-04");
            Assert.Equal((Status.InProgress, "npcc", 1), (record.Status, record.Reports.Single().Channel, record.MissedDeadlines.Count));
        });

    [Fact]
    public void F_raised_with_every_force_on_the_right_day_and_due_in_April_2026()
    {
        var record = AsAt("organised-immigration-crime-2025-1-kent", "2025-05-16");
        Assert.Equal((new DateOnly(2025, 5, 16), new DateOnly(2026, 4, 30)), (record.RaisedOn, record.DueOn!.Value));
    }

    [Fact]
    public void G_due_from_the_day_of_publication()
    {
        Assert.Equal(new DateOnly(2025, 5, 7), AsAt("public-disorder-tranche-2-1-npcc", "2025-05-07").DueOn);
        Assert.True(AsAt("public-disorder-tranche-2-1-kent", "2025-05-08").IsOverdue(new DateOnly(2025, 5, 8)));
    }

    [Fact]
    public void H_continues_two_older_ones_and_leaves_the_chiefs_council_its_own_stage()
    {
        var record = AsAt("peel-effectiveness-2017-2-kent", "2018-03-31");
        Assert.Equal(["peel-effectiveness-2016-1-npcc", "peel-effectiveness-2016-2-npcc"], record.Links.Select(link => link.Target));
        Assert.Equal((new DateOnly(2018, 9, 30), 2), (record.DueOn!.Value, record.Deadlines.Count));
        Assert.NotNull(record.Raised.Condition);
    }

    [Theory]
    [InlineData("peel-effectiveness-2017-from-2015-2-npcc")]
    [InlineData("peel-effectiveness-2017-from-2015-2-college-of-policing")]
    public void I_raised_in_2015_and_found_unachieved_in_2017(string reference)
    {
        var record = AsAt(reference, "2018-03-31");
        Assert.Equal((2015, LinkRelation.CitedAgain, Status.Raised), (record.RaisedOn.Year, record.Links.Single().Relation, record.Status));
    }

    [Fact]
    public void Links_lead_to_records_or_publications_of_the_register() => Assert.All(
        Sample.Value.AllAsAt(new DateOnly(2025, 12, 1)).SelectMany(record => record.Links),
        link => Assert.True(Sample.Value.Records.ContainsKey(link.Target) || Sample.Value.Publications.ContainsKey(link.Target), link.Target));
}
