namespace Lifecycle.Ledger;

/// <summary>Findings in the order in which they were made; so many of a kind and no more, for a hostile file could fill the memory with them.</summary>
internal sealed class Findings
{
    private const int MostOfAKind = 20;

    private readonly List<Finding> all = [];
    private readonly Dictionary<FindingKind, long> counts = [];

    public IReadOnlyList<Finding> All => all;

    public IReadOnlyDictionary<FindingKind, long> Counts => counts;

    public bool Condemn => counts.Keys.Any(kind => kind > FindingKind.Erased);

    public void Add(FindingKind kind, string sentence, long? index = null, long? position = null, string? field = null)
    {
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (counts[kind] <= MostOfAKind) all.Add(new(kind, sentence, index, position, field));
    }
}
