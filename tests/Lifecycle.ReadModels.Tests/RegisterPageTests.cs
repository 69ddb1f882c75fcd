using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;

namespace Lifecycle.ReadModels.Tests;

/// <summary>The register as pages show it, at random points of both times, compared with nothing but folds.</summary>
public sealed class RegisterPageTests(RandomRegister register) : IClassFixture<RandomRegister>
{
    private const int Points = 24;
    private static readonly Paging Ten = new(1, 10);

    private readonly RecordNames _names = new();

    private World World => register.World;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_page_is_the_fold_in_every_order() => AtPoints(async (asOf, filter, scope, random) =>
    {
        var sort = (RegisterSort)random.Next(Enum.GetValues<RegisterSort>().Length);
        var (expected, paging) = (Rows(asOf, filter, scope), new Paging(random.Next(1, 4), 10));

        var page = await PageAsync(scope, filter, asOf, sort, paging);

        Assert.Equal(expected.Count, page.Rows.Total);
        Assert.Equal(InOrder(expected, sort).Skip((paging.Number - 1) * 10).Take(10), page.Rows.Items);
    });

    [Fact]
    public Task Each_count_leaves_out_its_own_choice_and_obeys_all_others() => AtPoints(async (asOf, filter, scope, _) =>
    {
        var facets = (await PageAsync(scope, filter, asOf, RegisterSort.Reference, Ten)).Facets;

        Assert.Equal(Counts(Rows(asOf, filter with { Kinds = null }, scope), row => row.Kind), Counts(facets.Kinds));
        Assert.Equal(Counts(Rows(asOf, filter with { Statuses = null }, scope), row => row.Status), Counts(facets.Statuses));
        Assert.Equal(Counts(Rows(asOf, filter with { Levels = null }, scope), row => row.Level ?? 0), Counts(facets.Levels, level => level ?? 0));
        Assert.Equal(Counts(Rows(asOf, filter with { Rags = null }, scope), row => row.Rag.ToString()!), Counts(facets.Rags, rag => rag.ToString()!));
        Assert.Equal(Counts(Rows(asOf, filter with { Bodies = null }, scope), row => row.Body), Counts(facets.Bodies));
        var open = Counts(Rows(asOf, filter with { Open = null }, scope), row => row.Status.IsOpen());
        Assert.Equal((open.GetValueOrDefault(true), open.GetValueOrDefault(false)), (facets.Open, facets.Closed));
        if (scope.Bodies is not null)
            Assert.Equal(Counts(Rows(asOf, filter with { Owner = null }, scope).Where(row => row.Owner is not null), row => row.Owner!), Counts(facets.Owners));
        var late = Rows(asOf, filter with { Overdue = null, Explained = null }, scope).Where(row => row.IsOverdue(asOf.AsAt)).ToList();
        Assert.Equal((late.Count, late.Count(row => !row.MissedExplained)), (facets.Overdue, facets.Unexplained));
    });

    [Fact]
    public Task The_chosen_publication_comes_first_and_then_those_with_most_records() => AtPoints(async (asOf, filter, scope, _) =>
    {
        var facets = (await PageAsync(scope, filter, asOf, RegisterSort.Reference, Ten)).Facets;
        var expected = Rows(asOf, filter with { Publication = null }, scope).GroupBy(row => row.Publication)
            .OrderByDescending(same => same.Key == filter.Publication).ThenByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, same.LongCount())).ToList();

        Assert.Equal(expected.Take(15), facets.Publications.Choices.Select(one => (one.Value, one.Count)));
        Assert.Equal(expected.Count, facets.Publications.InAll);
    });

    [Fact]
    public Task An_export_is_every_row_in_the_order_of_the_pages() => AtPoints(async (asOf, filter, scope, random) =>
    {
        var sort = (RegisterSort)random.Next(Enum.GetValues<RegisterSort>().Length);
        var rows = await RegisterExport.ReadAsync(World.Database, _names, scope, filter, asOf, sort, Cancel, pageSize: 7).ToListAsync(Cancel);
        Assert.Equal(InOrder(Rows(asOf, filter, scope), sort), rows);
    });

    private Task<RegisterPage> PageAsync(ReadScope scope, RegisterFilter filter, AsOf asOf, RegisterSort sort, Paging paging) =>
        RegisterPage.ReadAsync(World.Database, _names, scope, filter, asOf, sort, paging, Cancel);

    private async Task AtPoints(Func<AsOf, RegisterFilter, ReadScope, Random, Task> check)
    {
        var random = new Random(7);
        for (var i = 0; i < Points; i++)
        {
            var point = register.Point(random);
            var asOf = (i % 3) switch { 0 => World.Now, 1 => World.Now with { Day = point.Day }, _ => point };
            var filter = Filter(random) with { DueBefore = random.Next(6) == 0 ? register.Point(random).AsAt.AddDays(200) : null };
            await check(asOf, filter, random.Next(3) == 0 ? ReadScope.Of([RandomRegister.Forces[0], "essex"]) : ReadScope.All, random);
        }
    }

    private static RegisterFilter Filter(Random random)
    {
        bool One(int of) => random.Next(of) == 0;
        return new(
            Bodies: One(4) ? [RandomRegister.Forces[random.Next(8)], "essex"] : null,
            Kinds: One(4) ? [RecordKind.Recommendation, RecordKind.CauseOfConcern] : null,
            Levels: One(4) ? [null, 2] : null,
            Statuses: One(4) ? [Status.InProgress, Status.SignedOff, Status.Raised] : null,
            Open: One(4) ? One(2) : null,
            Publication: One(4) ? $"report-{random.Next(12)}" : null,
            Owner: One(5) ? "post-1" : null,
            Board: One(6) ? "sib" : null,
            Rags: One(4) ? [null, Rag.Red] : null,
            Overdue: One(5) ? One(2) : null,
            Explained: One(6) ? false : null,
            Words: One(4) ? One(2) ? "clearer" : $"Report-{random.Next(3)} " : null);
    }

    private List<RegisterRow> Rows(AsOf asOf, RegisterFilter filter, ReadScope scope) =>
    [
        .. World.Rows(asOf).Where(row =>
            (scope.Bodies?.Contains(row.Body) ?? true) && (filter.Bodies?.Contains(row.Body) ?? true)
            && (filter.Kinds?.Contains(row.Kind) ?? true) && (filter.Levels?.Contains(row.Level) ?? true)
            && (filter.Statuses?.Contains(row.Status) ?? true) && (filter.Open ?? row.Status.IsOpen()) == row.Status.IsOpen()
            && (filter.Publication ?? row.Publication) == row.Publication && (filter.Owner ?? row.Owner) == row.Owner
            && (filter.Board ?? row.Board) == row.Board
            && (filter.Rags?.Contains(row.Rag) ?? true) && (filter.Overdue ?? row.IsOverdue(asOf.AsAt)) == row.IsOverdue(asOf.AsAt)
            && (filter.DueBefore is null || row.DueOn < filter.DueBefore)
            && (filter.Explained ?? row.MissedExplained) == row.MissedExplained
            && (filter.Words is not { } words || row.Title.Contains(words, StringComparison.OrdinalIgnoreCase)
                || row.Reference.StartsWith(words.TrimEnd(), StringComparison.OrdinalIgnoreCase))),
    ];

    private static IEnumerable<RegisterRow> InOrder(List<RegisterRow> rows, RegisterSort sort) => (sort switch
    {
        RegisterSort.Due => rows.OrderBy(row => row.DueOn ?? DateOnly.MaxValue),
        RegisterSort.Raised => rows.OrderByDescending(row => row.RaisedOn),
        RegisterSort.Level => rows.OrderByDescending(row => row.Level ?? 0),
        RegisterSort.StatusSince => rows.OrderBy(row => row.StatusSince),
        RegisterSort.Title => rows.OrderBy(row => row.Title, StringComparer.Ordinal),
        _ => rows.OrderBy(row => row.Reference, StringComparer.Ordinal),
    }).ThenBy(row => row.Reference, StringComparer.Ordinal);

    private static Dictionary<T, long> Counts<T>(IEnumerable<RegisterRow> rows, Func<RegisterRow, T> of) where T : notnull =>
        rows.GroupBy(of).ToDictionary(same => same.Key, same => same.LongCount());

    private static Dictionary<string, long> Counts(NamedChoices named) => named.Choices.ToDictionary(choice => choice.Value, choice => choice.Count);

    private static Dictionary<T, long> Counts<T>(IEnumerable<Choice<T>> choices) where T : notnull => Counts(choices, value => value);

    private static Dictionary<TKey, long> Counts<T, TKey>(IEnumerable<Choice<T>> choices, Func<T, TKey> key) where TKey : notnull =>
        choices.ToDictionary(choice => key(choice.Value), choice => choice.Count);
}
