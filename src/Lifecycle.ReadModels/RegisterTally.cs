using System.Buffers;

namespace Lifecycle.ReadModels;

/// <summary>What a filter finds among the records of a point: counts of each choice, and which records meet them all.</summary>
internal sealed class RegisterTally : IDisposable
{
    // What RegisterFacts packs has fewer bits.
    private const int KindsOfFacts = 1 << 14;

    private readonly Census _census;
    private readonly RegisterFilter _filter;
    private readonly KnownRecords _known;
    private readonly long[] _facts = new long[KindsOfFacts], _bodies, _publications;

    // By place; one more than where a record that meets all choices is in the census, or nought.
    private readonly int[] _found;

    private RegisterTally(Census census, KnownRecords known, RegisterFilter filter) => (_census, _known, _filter, _bodies, _publications, _found) =
        (census, known, filter, new long[known.Bodies.Count], new long[known.Publications.Count], ArrayPool<int>.Shared.Rent(known.Count));

    /// <summary>By facts, with each body and publication that the filter chooses.</summary>
    public RegisterCounts Counts => field ??= Count();

    public NamedChoices Bodies => Most(_known.Bodies, _bodies, word => _filter.Bodies?.Contains(word) ?? false, int.MaxValue);

    public NamedChoices Publications(int most) => Most(_known.Publications, _publications, word => word == _filter.Publication, most);

    /// <param name="census">Looked up in those known.</param>
    public static RegisterTally Of(Census census, KnownRecords known, RegisterFilter filter)
    {
        var tally = new RegisterTally(census, known, filter);
        tally._found.AsSpan().Clear();
        tally.Add();
        return tally;
    }

    /// <summary>The streams of a page in an order, which is not by title; equals are in the order of their references.</summary>
    /// <param name="paging">Null for all of them.</param>
    public List<Guid> Streams(RegisterSort sort, Paging? paging)
    {
        // As places are.
        var found = _found.Take(_known.Count).Where(at => at > 0).Select(at => at - 1);
        if (sort != RegisterSort.Reference) found = found.OrderBy(at => _census.Line(at).Key(sort));
        if (paging is not null) found = found.Skip(paging.Offset).Take(paging.Size);
        return [.. found.Select(at => _census.Line(at).Stream)];
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_found);

    private void Add()
    {
        var bodies = _filter.Bodies is { } chosen ? _known.Bodies.Select(chosen.Contains).ToArray() : null;
        var publication = _filter.Publication is { } one ? _known.Publications.ToList().IndexOf(one) : (int?)null;
        var meets = new bool?[KindsOfFacts];
        for (var at = 0; at < _census.Count; at++)
        {
            if (_filter.DueBefore is { } day && !_census.Line(at).IsDueBefore(day)) continue;
            var (place, facts) = (_census.PlaceOf(at), _census.Facts(at));
            var (body, of) = _known.At(place);
            var (inBody, inPublication) = (bodies?[body] ?? true, publication is null || publication == of);
            if (inBody && inPublication) _facts[facts.Packed]++;
            if (!(meets[facts.Packed] ??= RegisterCounts.MissedBy(facts, _filter) == Missed.None)) continue;
            if (inPublication) _bodies[body]++;
            if (inBody) _publications[of]++;
            if (inBody && inPublication) _found[place] = at + 1;
        }
    }

    private RegisterCounts Count()
    {
        var counts = new RegisterCounts(_filter);
        for (var facts = 0; facts < _facts.Length; facts++)
        {
            if (_facts[facts] > 0) counts.Add(new RegisterFacts(facts), _facts[facts]);
        }

        return counts;
    }

    // The chosen first, then those with most records.
    private static NamedChoices Most(IReadOnlyList<string> words, long[] counts, Func<string, bool> isChosen, int most)
    {
        var all = words.Select((word, at) => new NamedChoice(word, null, counts[at])).Where(choice => choice.Count > 0)
            .OrderByDescending(choice => isChosen(choice.Value)).ThenByDescending(choice => choice.Count).ThenBy(choice => choice.Value, StringComparer.Ordinal)
            .ToList();
        return new([.. all.Take(most)], all.Count);
    }
}
