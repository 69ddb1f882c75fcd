using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;

namespace Lifecycle.ReadModels.Tests;

/// <summary>Every read model at random points of both times, compared with nothing but a fold of what was known and had happened.</summary>
public sealed class TimeTravelTests(RandomRegister register) : IClassFixture<RandomRegister>
{
    private const int Points = 12;

    private World World => register.World;

    [Fact]
    public void The_random_register_has_every_kind_of_life()
    {
        var states = World.Records.Select(life => Recommendation.Fold(life.Events)!).ToList();
        Assert.Equal(Enum.GetValues<Status>(), states.Select(state => state.Status).Distinct().Order());
        Assert.Contains(World.Records, life => life.Events.Any(e => e.Event is Reopened));
        Assert.Contains(World.Records, life => life.Events.Any(e => e.Event is ClosureReturned));
        Assert.Contains(states, state => state.RaisedOn > state.BeginsOn);
        Assert.True(World.Records.Sum(life => life.Events.Count(e => e.EnteredLate)) > 1_000);
    }

    [Fact]
    public async Task The_register_is_the_fold_now()
    {
        var rows = await Rows.OfRegisterAsync(World, new RegisterFilter(), World.Now);
        Assert.Equal(World.Rows(World.Now), rows);
    }

    [Fact]
    public Task The_register_is_the_fold_at_every_point() => AtPoints(async (asOf, random) =>
    {
        Assert.Equal(World.Rows(asOf), await Rows.OfRegisterAsync(World, new RegisterFilter(), asOf));

        var kind = (RecordKind)random.Next(3);
        var filter = new RegisterFilter(
            Bodies: [RandomRegister.Forces[random.Next(8)], "west-mercia"], Kinds: [kind], Levels: [null, 2], Open: true, Overdue: random.Next(2) == 0);
        var expected = World.Rows(asOf).Where(row =>
            filter.Bodies!.Contains(row.Body) && row.Kind == kind && row.Level is null or 2 && row.Status.IsOpen()
            && row.IsOverdue(asOf.AsAt) == filter.Overdue);
        Assert.Equal(expected.Where(row => row.Kind == kind && filter.Bodies!.Contains(row.Body)), await Rows.OfRegisterAsync(World, filter, asOf));
    });

    [Fact]
    public Task One_record_is_its_replay_at_every_point() => AtPoints(async (asOf, random) =>
    {
        foreach (var life in World.Records.OrderBy(_ => random.Next()).Take(10))
        {
            var replay = RecommendationReplay.Of(life.Events, asOf);
            Assert.Equal(life.AsAt(asOf.AsAt, asOf.KnownAt!.Value)?.Status, replay.State?.Status);
            Assert.Equal(
                replay.State is null ? null : RegisterRow.Of(replay.State),
                await Register.FindAsync(World.Database, ReadScope.All, life.Raised.Reference, asOf, Cancel));
        }
    });

    [Fact]
    public Task Positions_are_counts_of_folds_at_every_point() => AtPoints(async (asOf, _) =>
    {
        var position = await Positions.ReadAsync(
            World.Database, ReadScope.All, [PositionSplit.Body, PositionSplit.Kind, PositionSplit.Level], null, asOf, Cancel);
        var rows = World.Rows(asOf);
        Assert.Equal(
            rows.Where(row => row.Status.IsOpen()).GroupBy(row => (row.Body, row.Kind, row.Level)).Select(g => (g.Key, g.LongCount())).ToHashSet(),
            position.Groups.Select(g => ((g.Body!, g.Kind!.Value, g.Level), g.Open)).ToHashSet());
        foreach (var total in position.Totals)
        {
            var held = World.Rows(asOf).Any(row => row.Body == total.Body && row.Kind == total.Kind);
            long open = rows.Count(row => row.Body == total.Body && row.Kind == total.Kind && row.Status.IsOpen());
            Assert.Equal(held ? open : null, total.Itemised);
            Assert.Equal(World.Declared(total.Body, total.Kind, asOf), total.Declared);
        }
    });

    [Fact]
    public Task The_queue_is_what_folds_say_waits_at_every_point() => AtPoints(async (asOf, _) =>
    {
        var queue = await SignOffQueue.ReadAsync(
            World.Database, ReadScope.All, AuthorityRules.Current, null, null, null, asOf, new Paging(1, 200), Cancel);
        var expected = World.States(asOf).Where(state => state.Status == Status.ClosureRecommended).ToList();
        Assert.Equal(expected.Count, queue.Total);
        foreach (var item in queue.Items)
        {
            var state = expected.Single(state => state.Reference == item.Waiting.Reference);
            var rule = AuthorityRules.Current.RuleFor(state.Kind, state.Level, AuthorityRules.KindOf(state.Body), asOf.AsAt);
            Assert.Equal((rule.Authority, rule.OversightNoteRequired, $"{rule.Id}@{rule.Version}"), (item.Authority, item.OversightNoteRequired, item.Rule));
            Assert.Equal(((Stage.AwaitingSignOffStage)state.Stage).Recommended.RecommendedBy, item.Waiting.RecommendedBy);
            Assert.Equal(state.StatusSince, item.Waiting.RecommendedOn);
        }
    });

    [Fact]
    public Task Publications_grades_and_counts_are_folds_at_every_point() => AtPoints(async (asOf, _) =>
    {
        var known = World.Lives.Where(life => life.Type == "publication").Select(life => Folded.PublicationAt(life, asOf)).OfType<Publication>().ToList();
        var page = await PublicationDigest.SearchAsync(World.Database, new(), ReadScope.All, new(), asOf, new Paging(1, 200), Cancel);
        Assert.Equal(
            known.Select(p => (p.Released!.Publication, p.PublishedOn!.Value, p.Records.Count)).OrderBy(p => p.Publication).ToList(),
            page.Items.Select(p => (p.Publication, p.PublishedOn, p.Made)).OrderBy(p => p.Publication).ToList());
        var standing = World.Rows(asOf).GroupBy(row => (row.Publication, row.Status)).ToDictionary(g => g.Key, g => g.LongCount());
        Assert.Equal(standing, page.Items.SelectMany(p => p.ByStatus.Select(s => ((p.Publication, s.Key), s.Value))).ToDictionary());
        var claimed = World.Rows(asOf).Where(row => row.ClaimsImplemented && row.Status != Status.NotRelevant).GroupBy(row => row.Publication);
        Assert.Equal(
            claimed.ToDictionary(g => g.Key, g => g.LongCount()), page.Items.Where(p => p.Claimed > 0).ToDictionary(p => p.Publication, p => p.Claimed));
        Assert.Equal(
            known.SelectMany(p => p.Judgments.SelectMany(g => g.Judgments.Select(j => (p.Released!.Publication, g.Body, j.Area, Folded.Grade(p, g, j))))).ToHashSet(),
            (await GradeGrid.ReadAsync(World.Database, ReadScope.All, null, null, null, asOf, Cancel))
                .Select(cell => (cell.Publication, cell.Body, cell.Area, cell.Grade is { } grade ? Words.Of(grade) : null)).ToHashSet());
        foreach (var publication in known.Take(5))
        {
            Assert.Equal(
                publication.Counts.SelectMany(c => c.Counts).ToHashSet(),
                (await PublicationCounts.ReadAsync(World.Database, ReadScope.All, publication.Released!.Publication, asOf, Cancel))
                    .Select(c => KeyValuePair.Create(c.Counted, c.Count)).ToHashSet());
        }
    });

    [Fact]
    public Task The_history_is_every_event_known_with_the_status_after_it() => AtPoints(async (asOf, random) =>
    {
        foreach (var life in World.Records.OrderBy(_ => random.Next()).Take(5))
        {
            var page = await AuditHistory.ReadAsync(World.Database, ReadScope.All, life.Stream, asOf, new Paging(1, 200), Cancel);
            var known = life.Events.Where(e => e.RecordedAt <= asOf.KnownAt && e.EffectiveOn <= asOf.AsAt).ToList();
            Assert.Equal(known.Select(e => (e.Version, e.RecordedAt, e.EnteredLate)), page.Items.Select(e => (e.Version, e.RecordedAt, e.EnteredLate)));
            Assert.Equal(
                known.Select(e => e.Headers),
                page.Items.Select(e => new EventHeaders(e.Actor, e.Role, e.Body, e.EffectiveOn, e.Rule, e.TranscribedBy, e.Source)));
            Assert.Equal(
                known.Select(e => (Status?)Recommendation.Fold(life.Events.Where(before => before.Version <= e.Version))!.Status),
                page.Items.Select(e => e.StatusAfter));
            Assert.All(known.Zip(page.Items), pair => Assert.True(EventCodec.Same(
                pair.First.Event, EventCodec.Read(pair.Second.Type, System.Text.Encoding.UTF8.GetBytes(pair.Second.Data)))));
        }
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task AtPoints(Func<AsOf, Random, Task> check) => register.AtPointsAsync(Points, seed: 7, check);
}
