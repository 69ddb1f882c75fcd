namespace Lifecycle.ReadModels;

/// <summary>What is known of a record: where it is in the order of references, and its body and publication among those known.</summary>
internal readonly record struct KnownRecord(int Place, int Body, int Publication);

/// <summary>The records known so far. Learning makes another.</summary>
internal sealed class KnownRecords
{
    // As they were met, which is how the table of what stands has them: to go along it is twenty times as quick as to look each up,
    // which goes to memory for all hundred thousand.
    private readonly (Guid Stream, KnownRecord Record)[] _records;
    private readonly Dictionary<Guid, int> _atOf;
    private readonly (string Reference, int At)[] _inOrder;
    private readonly Dictionary<string, int> _bodies, _publications;

    private KnownRecords(
        (Guid Stream, KnownRecord Record)[] records, Dictionary<Guid, int> atOf, (string Reference, int At)[] inOrder, Dictionary<string, int> bodies,
        Dictionary<string, int> publications)
    {
        (_records, _atOf, _inOrder, _bodies, _publications) = (records, atOf, inOrder, bodies, publications);
        (Bodies, Publications) = (InOrder(bodies), InOrder(publications));
    }

    public static KnownRecords None { get; } = new([], [], [], [], []);

    public int Count => _records.Length;

    public IReadOnlyList<string> Bodies { get; }

    public IReadOnlyList<string> Publications { get; }

    /// <param name="next">Where it may well be, for whoever asks for many in turn; where the one after it is, if it is known.</param>
    public bool Knows(Guid stream, ref int next, out KnownRecord record)
    {
        if ((uint)next >= (uint)_records.Length || _records[next].Stream != stream)
        {
            if (!_atOf.TryGetValue(stream, out next))
            {
                record = default;
                return false;
            }
        }

        record = _records[next++].Record;
        return true;
    }

    /// <summary>From which place to before which they are whose references begin so.</summary>
    public (int First, int End) BeginningWith(string beginning)
    {
        return (
            FirstNot(reference => string.CompareOrdinal(reference, beginning) < 0),
            FirstNot(reference => string.CompareOrdinal(reference, beginning) < 0 || reference.StartsWith(beginning, StringComparison.Ordinal)));

        int FirstNot(Func<string, bool> isBefore)
        {
            var (first, end) = (0, _inOrder.Length);
            while (first < end)
            {
                var middle = (first + end) / 2;
                if (isBefore(_inOrder[middle].Reference)) first = middle + 1;
                else end = middle;
            }

            return first;
        }
    }

    /// <param name="met">Some may be known already.</param>
    public KnownRecords With(IReadOnlyList<RecordName> met)
    {
        var strangers = met.Where(name => !_atOf.ContainsKey(name.Stream)).ToList();
        if (strangers.Count == 0) return this;
        var (bodies, publications) = (new Dictionary<string, int>(_bodies), new Dictionary<string, int>(_publications));
        var (records, atOf) = (_records, new Dictionary<Guid, int>(_atOf));
        Array.Resize(ref records, Count + strangers.Count);
        for (var at = Count; at < records.Length; at++)
        {
            var name = strangers[at - Count];
            records[at] = (name.Stream, new(0, Place(bodies, name.Body), Place(publications, name.Publication)));
            atOf.Add(name.Stream, at);
        }

        var inOrder = Merged(_inOrder, [.. strangers.Select((name, one) => (name.Reference, Count + one))]);
        for (var place = 0; place < inOrder.Length; place++)
        {
            ref var record = ref records[inOrder[place].At].Record;
            record = record with { Place = place };
        }

        return new(records, atOf, inOrder, bodies, publications);
    }

    // Two lists in order make one: sorting all anew would take far longer.
    private static (string Reference, int At)[] Merged((string Reference, int At)[] known, (string Reference, int At)[] met)
    {
        Array.Sort(met, (one, other) => string.CompareOrdinal(one.Reference, other.Reference));
        var (all, place, next) = (new (string, int)[known.Length + met.Length], 0, 0);
        foreach (var one in met)
        {
            while (next < known.Length && string.CompareOrdinal(known[next].Reference, one.Reference) < 0) all[place++] = known[next++];
            all[place++] = one;
        }

        known.AsSpan(next).CopyTo(all.AsSpan(place));
        return all;
    }

    private static int Place(Dictionary<string, int> words, string word)
    {
        if (!words.TryGetValue(word, out var place)) words.Add(word, place = words.Count);
        return place;
    }

    private static string[] InOrder(Dictionary<string, int> words) => [.. words.OrderBy(word => word.Value).Select(word => word.Key)];
}
