using Lifecycle.Application.Generation;
using Lifecycle.Application.Tests.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Xunit;

namespace Lifecycle.Application.Tests.Generation;

public sealed class GeneratedDocumentTests
{
    private static readonly Lazy<Applied> Register = new(() => Applied.Of([GeneratedDocument.Of(5_000, 1)]));

    private static IEnumerable<IEvent> Events => Register.Value.Records.Values.SelectMany(stream => stream).Select(recorded => recorded.Event);

    [Fact]
    public void Every_act_of_it_is_allowed() => Assert.Empty(Register.Value.Refusals);

    [Fact]
    public void It_has_about_the_size_that_was_asked_for()
    {
        var events = Register.Value.Records.Values.Concat(Register.Value.Publications.Values).Sum(stream => stream.Count) + Register.Value.Positions.Count;
        Assert.InRange(events, 4_500, 5_500);
    }

    [Fact]
    public void Its_lives_end_in_every_way_and_some_have_not_ended()
    {
        var standing = Register.Value.AllAsAt(new DateOnly(2025, 12, 31)).ToList();
        Assert.All(
            [Status.InProgress, Status.SignedOff, Status.ClosedNotApplicable, Status.Superseded, Status.Withdrawn, Status.NotRelevant],
            status => Assert.Contains(standing, record => record.Status == status));
        Assert.InRange(standing.Count(record => record.Status.IsOpen()), standing.Count / 10, standing.Count / 3);
        Assert.Contains(standing, record => record.IsOverdue(new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void Its_lives_go_back_as_lives_do()
    {
        Assert.All(
            [typeof(ClosureReturned), typeof(ScrutinyReturned), typeof(Reopened), typeof(StepReopened), typeof(MissedDeadlineExplained), typeof(DeadlineChanged), typeof(Corrected)],
            type => Assert.Contains(Events, type.IsInstanceOfType));
        Assert.Contains(Register.Value.Records.Values, stream => stream.Any(recorded => recorded.Event is LevelGraded { Reason: not null }));
    }

    [Fact]
    public void Some_things_are_entered_after_later_ones() =>
        Assert.Contains(Register.Value.Records.Values, stream => stream.Zip(stream.Skip(1)).Any(pair => pair.Second.EffectiveOn < pair.First.EffectiveOn));

    [Fact]
    public void Nobody_signs_off_a_cause_of_concern_before_what_answers_it()
    {
        var children = Register.Value.Records.Values.Select(stream => Recommendation.Fold(stream)!).Where(record => record.Raised.Parent is not null).ToList();
        Assert.NotEmpty(children);
        Assert.All(children.Where(child => child.Status.IsOpen()), child =>
            Assert.NotEqual(Status.SignedOff, Recommendation.Fold(Register.Value.Records[child.Raised.Parent!])!.Status));
    }
}
