using Lifecycle.EventStore;

namespace Lifecycle.ReadModels;

/// <summary>
/// What the ids of records stand for, learned as they are met. A stream's id is made from publication, number and body, so none of
/// this ever changes; it says nothing of how a record stands, nor who may see it.
/// </summary>
public sealed class RecordNames
{
    private static readonly string Sql = SqlText.Of("register_names");

    private readonly Lock _learning = new();
    private volatile KnownRecords _known = KnownRecords.None;

    /// <summary>Knows at least the records that the look was shown, which are looked up in it.</summary>
    internal async Task<KnownRecords> OfAsync(Look look, Census census, CancellationToken cancellation)
    {
        var known = _known;
        if (census.LookUp(known) is not { Count: > 0 } strangers) return known;
        var met = await look.AskAsync(
            Sql,
            p => p.AddWithValue("streams", strangers.ToArray()),
            async (reader, ct) =>
            {
                // A hundred thousand records have a few hundred bodies and publications between them, so each word is kept once.
                var (names, words) = (new List<RecordName>(strangers.Count), new Dictionary<string, string>());
                string Once(string word) => words.TryGetValue(word, out var same) ? same : words[word] = word;
                while (await reader.ReadAsync(ct)) names.Add(new(reader.GetGuid(0), reader.GetString(1), Once(reader.GetString(2)), Once(reader.GetString(3))));
                return names;
            },
            cancellation);
        met.Sort((one, other) => string.CompareOrdinal(one.Reference, other.Reference));
        lock (_learning) known = _known = _known.With(met);
        census.LookUp(known);
        return known;
    }
}

/// <summary>Which record a stream is.</summary>
internal readonly record struct RecordName(Guid Stream, string Reference, string Body, string Publication);

/// <summary>The records known so far in the order of their references; a record's place in it leads to the rest. Learning makes another.</summary>
internal sealed class KnownRecords
{
    private readonly Dictionary<Guid, int> _places;
    private readonly List<(Guid Stream, string Reference, int Body, int Publication)> _records;
    private readonly Dictionary<string, int> _bodies, _publications;

    private KnownRecords(
        List<(Guid Stream, string Reference, int Body, int Publication)> records, Dictionary<string, int> bodies, Dictionary<string, int> publications)
    {
        (_records, _bodies, _publications, _places) = (records, bodies, publications, new(records.Count));
        for (var place = 0; place < records.Count; place++) _places.Add(records[place].Stream, place);
        (Bodies, Publications) = (InOrder(bodies), InOrder(publications));
    }

    public static KnownRecords None { get; } = new([], [], []);

    public int Count => _records.Count;

    public IReadOnlyList<string> Bodies { get; }

    public IReadOnlyList<string> Publications { get; }

    /// <summary>Less than zero when it is not known.</summary>
    public int PlaceOf(Guid stream) => _places.TryGetValue(stream, out var place) ? place : -1;

    /// <summary>Where in the lists above body and publication of a record are.</summary>
    public (int Body, int Publication) At(int place) => (_records[place].Body, _records[place].Publication);

    /// <param name="met">In the order of their references; some may be known already.</param>
    public KnownRecords With(IReadOnlyList<RecordName> met)
    {
        var (bodies, publications) = (new Dictionary<string, int>(_bodies), new Dictionary<string, int>(_publications));
        // Two lists in order make one: sorting all anew would take far longer.
        var (all, next) = (new List<(Guid, string, int, int)>(Count + met.Count), 0);
        foreach (var name in met.Where(name => PlaceOf(name.Stream) < 0))
        {
            while (next < Count && string.CompareOrdinal(_records[next].Reference, name.Reference) < 0) all.Add(_records[next++]);
            all.Add((name.Stream, name.Reference, Place(bodies, name.Body), Place(publications, name.Publication)));
        }

        all.AddRange(_records.Skip(next));
        return new(all, bodies, publications);
    }

    private static int Place(Dictionary<string, int> words, string word)
    {
        if (!words.TryGetValue(word, out var place)) words.Add(word, place = words.Count);
        return place;
    }

    private static string[] InOrder(Dictionary<string, int> words) => [.. words.OrderBy(word => word.Value).Select(word => word.Key)];
}
