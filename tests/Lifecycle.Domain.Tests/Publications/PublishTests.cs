using System.Text.Json;
using Lifecycle.Domain.Publications;
using static Lifecycle.Domain.Tests.Publications.Report;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Publications;

public class PublishTests
{
    private static readonly Publish Whole = Disorder with
    {
        Records = [Record("r1", RecordKind.Recommendation, "npcc")],
        Judgments = [Graded(JudgmentGrade.Good)],
        Counts = [new("west-mercia", new Dictionary<string, int?> { ["causes-of-concern"] = 5, ["areas-for-improvement"] = null }, "000:167", null)],
        Diary = [new(DiaryEvent.Notified, "early 2025", Bodies: ["west-mercia"]), new(DiaryEvent.ReinspectionExpected, "spring", Body: "west-mercia"), new(DiaryEvent.ReinspectionHeld, "May", Body: "west-mercia", Judgment: "adequate progress")],
        Corrections = [new("publishedOn", "2025-05-07", "2025-05-08", "The letter says the 8th.")],
    };

    [Fact]
    public void An_item_becomes_its_events_and_a_second_time_none() // After decides each command twice
    {
        var events = Accepted(Whole);
        Assert.Equal(
            [typeof(InspectionNotified), typeof(ReinspectionExpected), typeof(ReinspectionHeld), typeof(PublicationReleased), typeof(Corrected), typeof(RecordsMade), typeof(JudgmentsGraded), typeof(CountsDeclared)],
            events.Select(e => e.GetType()));
        Assert.Equal(8, After(Whole).Version);
    }

    [Fact]
    public void Only_what_is_new_is_added_later()
    {
        var state = After(Disorder, Whole);
        var more = Whole with { Records = [.. Whole.Records!, Record("r2", RecordKind.Recommendation, "kent")] };
        Assert.Equal(["r2"], Assert.IsType<RecordsMade>(Assert.Single(Accepted(more, state))).Records.Select(record => record.Number));
    }

    [Fact]
    public void What_was_erased_is_no_difference()
    {
        var state = After(Whole);
        state = state with
        {
            Released = state.Released! with { Title = Erased.Mark },
            Records = [.. state.Records.Select(record => record with { Summary = Erased.Mark })],
        };
        Assert.Empty(Accepted(Whole, state));
        Assert.Equal("publication_differs", Refused(Whole with { Kind = "peel" }, state).Code);
    }

    [Fact]
    public void A_correction_moves_the_day_and_keeps_the_printed_one()
    {
        var state = After(Whole);
        Assert.Equal((Day("2025-05-08"), Day("2025-05-07")), (state.PublishedOn!.Value, state.Released!.PublishedOn));
        Assert.Empty(Accepted(Whole with { PublishedOn = Day("2025-05-08") }, state));
    }

    [Fact]
    public void A_correction_once_made_is_not_undone_by_publishing_again()
    {
        var state = After(Whole, new CorrectPublication("disorder-tranche-2", "publishedOn", "2025-05-08", "2025-05-09", "The 9th after all."));
        Assert.Empty(Accepted(Whole, state));
        Assert.Equal(Day("2025-05-09"), state.PublishedOn);
    }

    [Fact]
    public void A_released_fact_does_not_change_without_a_correction()
    {
        var refusal = Refused(Disorder with { Title = "Another title", National = false }, After(Disorder));
        Assert.Equal("publication_differs", refusal.Code);
        Assert.Contains("title, national", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_made_record_does_not_change() =>
        Assert.Equal("record_differs", Refused(Whole with { Records = [Whole.Records![0] with { Summary = "Another" }] }, After(Whole)).Code);

    [Fact]
    public void Only_a_diary_goes_without_a_day()
    {
        Assert.Equal("published_on_required", Refused(Disorder with { PublishedOn = null }).Code);
        Assert.Equal("published_on_required", Refused(Whole with { PublishedOn = null }).Code);
        var state = After(Disorder with { PublishedOn = null, Diary = Whole.Diary });
        Assert.Equal((3, null), (state.Diary.Count, state.PublishedOn));
        Assert.Null(state.Released);
    }

    [Fact]
    public void Counts_in_another_order_are_the_same_counts()
    {
        var turned = new CountsDeclared("west-mercia", new Dictionary<string, int?> { ["areas-for-improvement"] = null, ["causes-of-concern"] = 5 }, "000:167", null);
        Assert.Empty(Accepted(Whole with { Counts = [turned] }, After(Whole)));
    }

    [Fact]
    public void One_source_prints_one_number_but_two_may_disagree()
    {
        var other = new CountsDeclared("west-mercia", new Dictionary<string, int?> { ["causes-of-concern"] = 6 }, "000:167", null);
        Assert.Equal("counts_differ", Refused(Whole with { Counts = [other] }, After(Whole)).Code);
        Assert.Single(Accepted(Whole with { Counts = [other with { Source = "another paper" }] }, After(Whole)));
    }

    [Fact]
    public void A_force_transcribes_with_a_source()
    {
        Assert.Equal("source_required", Refused(Disorder with { Source = null }, by: Flo("2025-06-01")).Code);
        Assert.Equal("no_authority", Refused(Disorder, by: Lead("2025-06-01")).Code);
        Assert.IsType<Decision.Accepted>(PublicationDecider.Decide(Whole with { Act = Flo("2025-06-01") }, null), exactMatch: true);
    }

    [Fact]
    public void It_reads_the_json_of_an_import_file()
    {
        var read = JsonSerializer.Deserialize<Publish>(
            """
            { "id": "x", "title": "X", "kind": "peel", "publishedOn": "2025-05-07", "precision": "month",
              "diary": [ { "event": "reinspection-expected", "body": "kent", "when": "spring" } ],
              "corrections": [ { "field": "title", "printed": "X", "value": "Y", "reason": "Misprint." } ] }
            """, EventCodec.Json)!;
        Assert.Equal((DatePrecision.Month, new DiaryEntry(DiaryEvent.ReinspectionExpected, "spring", Body: "kent")), (read.Precision, read.Diary![0]));
    }
}
