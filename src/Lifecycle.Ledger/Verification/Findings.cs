namespace Lifecycle.Ledger;

/// <summary>Findings in the order in which they were made; so many of a kind and no more, for a vandal or a hostile file could fill the memory with them.</summary>
public sealed class Findings
{
    private const int MostOfAKind = 20;

    private readonly List<Finding> _all = [];
    private readonly Dictionary<FindingKind, long> _counts = [];

    public IReadOnlyList<Finding> All => _all;

    public IReadOnlyDictionary<FindingKind, long> Counts => _counts;

    public bool Condemn => _counts.Keys.Any(kind => kind > FindingKind.Erased);

    /// <summary>Whether another of the kind would still be listed, so that it is worth looking closer.</summary>
    public bool Lists(FindingKind kind) => _counts.GetValueOrDefault(kind) < MostOfAKind;

    public void Add(FindingKind kind, string sentence, long? index = null, long? position = null, string? field = null)
    {
        if (Lists(kind)) _all.Add(new(kind, sentence, index, position, field));
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
    }
}
