using Lifecycle.Domain.Positions;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Positions;

public class DeclaredPositionTests
{
    private static readonly DeclarePosition Declare = new(
        "west-mercia-2023-09", new(SubjectKind.Body, "west-mercia"), Day("2023-09-04"),
        new Dictionary<RecordKind, decimal?> { [RecordKind.CauseOfConcern] = 6, [RecordKind.Recommendation] = 104, [RecordKind.Encouragement] = null },
        "004:46-51")
    { Act = Hmi("2023-10-01") };

    private static readonly CorrectPosition Correct = new("counts/recommendation", "104", "105", "Recounted.") { Act = Hmi("2023-11-01") };

    [Fact]
    public void Declaring_twice_adds_nothing_in_whatever_order_the_counts_come()
    {
        var state = State();
        Assert.Empty(Events(DeclarePosition.Decide(Declare, state)));
        var turned = Declare with { Counts = new Dictionary<RecordKind, decimal?>(Declare.Counts.Reverse()) };
        Assert.Empty(Events(DeclarePosition.Decide(turned, state)));
    }

    [Fact]
    public void Other_content_for_the_same_id_is_refused() =>
        Assert.Equal("position_differs", Code(DeclarePosition.Decide(Declare with { AsAt = Day("2023-09-05") }, State())));

    [Fact]
    public void A_correction_keeps_both_values_and_is_made_once()
    {
        var state = State(Assert.Single(Events(CorrectPosition.Decide(Correct, State()))));
        Assert.Equal((104m, 105m), (state.Declared.Counts[RecordKind.Recommendation]!.Value, state.Standing.Counts[RecordKind.Recommendation]!.Value));
        Assert.Empty(Events(CorrectPosition.Decide(Correct, state)));
        Assert.Empty(Events(DeclarePosition.Decide(Declare, state)));
    }

    [Theory]
    [InlineData("asAt", "2023-09-05")]
    [InlineData("source", "Another paper")]
    [InlineData("note", "Eight forces.")]
    [InlineData("counts/area-for-improvement", "27.8")]
    [InlineData("counts/recommendation", null)]
    public void Each_field_that_can_be_corrected_is(string field, string? value)
    {
        var correct = Correct with { Field = field, Value = value };
        var state = State(Assert.Single(Events(CorrectPosition.Decide(correct, State()))));
        Assert.False(EventCodec.Same(state.Standing, state.Declared));
    }

    [Theory]
    [InlineData("subject", "kent", "field_not_correctable")]
    [InlineData("counts/anything", "1", "field_not_correctable")]
    [InlineData("counts/recommendation", "many", "count_malformed")]
    [InlineData("counts/recommendation", "-1", "count_malformed")]
    [InlineData("counts/recommendation", "0.1234567890123456", "count_too_exact")]
    [InlineData("asAt", "September", "day_malformed")]
    [InlineData("source", "", "text_required")]
    public void What_is_no_correction_is_refused(string field, string value, string code) =>
        Assert.Equal(code, Code(CorrectPosition.Decide(Correct with { Field = field, Value = value }, State())));

    [Fact]
    public void A_correction_needs_a_declaration() => Assert.Equal("position_unknown", Code(CorrectPosition.Decide(Correct, null)));

    public static TheoryData<string, DeclarePosition> Wrong => new()
    {
        { "slug_malformed", Declare with { Position = "West Mercia" } },
        { "body_unknown", Declare with { Subject = new(SubjectKind.Body, "atlantis") } },
        { "subject_malformed", Declare with { Subject = new(SubjectKind.GroupAverage, null) } },
        { "subject_malformed", Declare with { Subject = new(SubjectKind.NationalAverage, "kent") } },
        { "counts_required", Declare with { Counts = new Dictionary<RecordKind, decimal?>() } },
        { "count_negative", Declare with { Counts = new Dictionary<RecordKind, decimal?> { [RecordKind.Recommendation] = -1 } } },
        { "count_too_exact", Declare with { Counts = new Dictionary<RecordKind, decimal?> { [RecordKind.Recommendation] = decimal.MaxValue } } },
        { "effective_in_future", Declare with { AsAt = Day("2023-10-02") } },
        { "text_required", Declare with { Source = "" } },
        { "no_authority", Declare with { Act = Lead("2023-10-01") } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_right_is_refused(string code, DeclarePosition command) => Assert.Equal(code, Code(DeclarePosition.Decide(command, null)));

    private static DeclaredPosition State(params IEvent[] more) => DeclaredPosition.Fold(
        Events(DeclarePosition.Decide(Declare, null)).Concat(more)
            .Select((happened, index) => new Recorded(index + 1, Declare.Act.At, EventHeaders.Of(Declare.Act, happened), happened)))!;

    private static IReadOnlyList<IEvent> Events(Decision decision) => Assert.IsType<Decision.Accepted>(decision, exactMatch: true).Events;

    private static string Code(Decision decision) => Assert.IsType<Decision.Refused>(decision).Refusal.Code;
}
