using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;

namespace Lifecycle.ReadModels.Tests;

/// <summary>What boards read, at random points of both times, compared with nothing but folds of what was known and had happened.</summary>
public sealed class BoardTests(RandomRegister register) : IClassFixture<RandomRegister>
{
    private const int Points = 8;

    private World World => register.World;

    [Fact]
    public Task A_trend_is_the_position_of_each_of_its_days() => AtPoints(async (asOf, random) =>
    {
        string[]? bodies = random.Next(2) == 0 ? null : ["west-mercia", "essex"];
        var days = Enumerable.Range(0, 12).Select(_ => asOf.AsAt.AddDays(random.Next(-900, 900))).Append(asOf.AsAt).ToList();

        var trend = await Trends.ReadAsync(World.Database, ReadScope.All, bodies, days, asOf.KnownAt, Cancel);

        Assert.Equal(days.Distinct().Order(), trend.Points.Select(point => point.Day).Distinct());
        foreach (var day in days.Distinct())
        {
            var rows = World.Rows(asOf with { Day = day }).Where(row => bodies?.Contains(row.Body) ?? true).ToList();
            foreach (var point in trend.Points.Where(point => point.Day == day))
            {
                var held = rows.Where(row => row.Kind == point.Kind).ToList();
                Assert.Equal(held.Count == 0 ? null : held.Count(row => row.Status.IsOpen()), point.Open);
            }
        }
    });

    [Fact]
    public Task Open_records_by_each_word_are_counts_of_folds() => AtPoints(async (point, random) =>
    {
        var asOf = random.Next(3) == 0 ? World.Now : point;
        string[]? bodies = random.Next(2) == 0 ? null : ["west-mercia"];
        var open = World.Rows(asOf).Where(row => row.Status.IsOpen() && (bodies?.Contains(row.Body) ?? true)).ToList();
        var counted = await OpenRecords.ReadAsync(World.Database, ReadScope.All, bodies, asOf, Cancel);
        Assert.Equal(
            open.GroupBy(row => new PositionGroup(null, row.Kind, row.Level, row.Status, null, 0)).Select(same => same.Key with { Open = same.Count() }).ToHashSet(),
            counted.Groups.ToHashSet());
        Assert.Equal(
            open.GroupBy(row => new AgeGroup(row.Kind, Band(row.RaisedOn, asOf.AsAt), 0)).Select(same => same.Key with { Open = same.Count() }).ToHashSet(),
            counted.Ages.ToHashSet());
        Assert.Equal(
            open.GroupBy(row => new RagGroup(row.Kind, row.Rag, 0)).Select(same => same.Key with { Open = same.Count() }).ToHashSet(),
            counted.Ratings.ToHashSet());
    });

    [Fact]
    public Task What_is_overdue_comes_with_what_its_force_says() => AtPoints(async (point, random) =>
    {
        var asOf = random.Next(3) == 0 ? World.Now : point;
        string[]? bodies = random.Next(2) == 0 ? null : ["west-mercia", "essex"];
        var late = World.States(asOf).Where(state => state.IsOverdue(asOf.AsAt) && (bodies?.Contains(state.Body) ?? true)).OrderBy(state => state.DueOn)
            .ThenBy(state => state.Reference, StringComparer.Ordinal).ToList();

        var page = await Overdue.ReadAsync(World.Database, new(), ReadScope.All, bodies, asOf, new Paging(1, 200), Cancel);

        Assert.Equal(late.Count, page.Total);
        Assert.Equal(late.Take(200).Select(state => state.Reference), page.Items.Select(item => item.Reference));
        foreach (var item in page.Items)
        {
            var said = late.Single(state => state.Reference == item.Reference) is var state
                ? state.MissedDeadlines.LastOrDefault(missed => missed.Due is null || missed.Due == state.DueOn)
                : null;
            Assert.Equal((said?.Reason, said?.SharedWithOtherForces), (item.Reason, item.Shared));
        }

        if (page.Total > 200) return;
        Assert.Equal(
            (page.Items.Count(item => item.Reason is not null), page.Items.Count(item => item.Shared == true), page.Items.Count(item => item.Shared == false)),
            (page.Explained, page.Shared, page.NotShared));
    });

    [Fact]
    public Task What_was_open_and_what_came_and_went_is_what_is_open() => AtPoints(async (asOf, random) =>
    {
        var since = asOf.AsAt.AddDays(-random.Next(1, 700));
        string[]? bodies = random.Next(2) == 0 ? null : ["norfolk"];
        var counts = await Movements.CountAsync(World.Database, ReadScope.All, bodies, since, asOf, Cancel);

        long Of(MovementKind what) => counts.SingleOrDefault(count => count.What == what)?.Movements ?? 0;
        long OpenOn(DateOnly day) =>
            World.Rows(asOf with { Day = day }).Count(row => row.Status.IsOpen() && (bodies?.Contains(row.Body) ?? true));
        Assert.Equal(
            OpenOn(asOf.AsAt),
            OpenOn(since) + Of(MovementKind.Raised) + Of(MovementKind.Reopened) - Of(MovementKind.Closed));
    });

    [Fact]
    public Task Day_by_day_the_movements_are_what_two_folds_differ_in() => AtPoints(async (asOf, random) =>
    {
        var life = World.Records.OrderBy(_ => random.Next()).First();
        var from = asOf.AsAt.AddDays(-200);
        var all = await Movements.ReadAsync(
            World.Database, ReadScope.All, [life.Tenant], Enum.GetValues<MovementKind>(), from, asOf, new Paging(1, 200), Cancel);
        var actual = all.Where(one => one.Reference == life.Raised.Reference).Select(one => (one.On, one.What, one.ToStatus, one.ToDue)).ToHashSet();
        // A full page may end within a day.
        if (all.Count == 200) actual.RemoveWhere(one => one.On >= all[^1].On);
        var last = all.Count == 200 ? all[^1].On.AddDays(-1) : asOf.AsAt;

        var expected = new HashSet<(DateOnly, MovementKind, Status?, DateOnly?)>();
        for (var day = from.AddDays(1); day <= last; day = day.AddDays(1))
            expected.UnionWith(Differences(life.AsAt(day.AddDays(-1), asOf.KnownAt!.Value), life.AsAt(day, asOf.KnownAt!.Value), day));
        Assert.Equal(expected, actual);
    });

    [Fact]
    public Task The_meetings_of_a_board_are_those_that_records_were_reported_to() => AtPoints(async (asOf, _) =>
    {
        var told =
            from life in World.Records
            where life.Tenant == "suffolk"
            from e in life.Events
            where e.RecordedAt <= asOf.KnownAt && e.Event is ReportedToBoard reported && reported.MeetingOn <= asOf.AsAt
            let reported = (ReportedToBoard)e.Event
            select (reported.Board, reported.MeetingOn, life.Stream);
        var expected = told.Distinct().GroupBy(one => (one.Board, one.MeetingOn)).Select(met => new BoardMeeting(met.Key.Board, met.Key.MeetingOn, met.Count()))
            .OrderByDescending(met => met.On).ThenBy(met => met.Board, StringComparer.Ordinal).Take(10);

        Assert.Equal(expected, await BoardMeetings.LastAsync(World.Database, ReadScope.All, "suffolk", asOf, 10, Cancel));
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static AgeBand Band(DateOnly raised, DateOnly asAt) =>
        raised <= asAt.AddMonths(-24) ? AgeBand.TwoYears
        : raised <= asAt.AddMonths(-12) ? AgeBand.OneYear
        : raised <= asAt.AddMonths(-6) ? AgeBand.SixMonths
        : raised <= asAt.AddMonths(-3) ? AgeBand.ThreeMonths : AgeBand.New;

    private static IEnumerable<(DateOnly, MovementKind, Status?, DateOnly?)> Differences(Recommendation? was, Recommendation? now, DateOnly day)
    {
        if (now is null) yield break;
        var (before, after) = (was?.Status.IsOpen() ?? true, now.Status.IsOpen());
        if (was is null) yield return (day, MovementKind.Raised, now.Status, null);
        if (before && !after) yield return (day, MovementKind.Closed, now.Status, null);
        if (!before && after) yield return (day, MovementKind.Reopened, now.Status, null);
        if (was is not null && was.Status != now.Status && before == after) yield return (day, MovementKind.Moved, now.Status, null);
        if (!(was?.IsOverdue(day.AddDays(-1)) ?? false) && now.IsOverdue(day)) yield return (day, MovementKind.BecameOverdue, null, now.DueOn);
        if (after && was?.DueOn is { } due && (now.DueOn is null || now.DueOn > due)) yield return (day, MovementKind.DeadlineMoved, null, now.DueOn);
    }

    private Task AtPoints(Func<AsOf, Random, Task> check) => register.AtPointsAsync(Points, seed: 11, check);
}
