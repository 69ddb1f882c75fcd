using Lifecycle.Domain;

namespace Lifecycle.Application.Generation;

/// <summary>Territorial forces as inspections meet them: the large ones more often.</summary>
internal static class Forces
{
    private const int WeightOfALargeOne = 3;

    private static readonly string[] Large =
        ["metropolitan", "greater-manchester", "west-midlands", "west-yorkshire", "thames-valley", "hampshire-and-isle-of-wight", "merseyside", "kent"];

    // A large force stands in it several times.
    private static readonly string[] Weighted =
        [.. Bodies.TerritorialForces.SelectMany(force => Enumerable.Repeat(force.Id, Large.Contains(force.Id) ? WeightOfALargeOne : 1))];

    public static IReadOnlyList<string> All { get; } = [.. Bodies.TerritorialForces.Select(force => force.Id)];

    public static string Any(Chance chance) => chance.Pick(Weighted);

    /// <summary>So many different ones, in the order of their ids.</summary>
    public static IReadOnlyList<string> Some(Chance chance, int count)
    {
        var some = new SortedSet<string>(StringComparer.Ordinal);
        while (some.Count < Math.Min(count, All.Count)) some.Add(Any(chance));
        return [.. some];
    }
}
