using System.Buffers;

namespace Lifecycle.ReadModels;

/// <summary>What a filter finds among the records of a point: counts of each choice, and which records meet them all.</summary>
internal sealed class RegisterTally : ITally
{
    // What RegisterFacts packs has fewer bits.
    private const int KindsOfFacts = 1 << 14;

    private readonly RegisterFilter _filter;
    private readonly KnownRecords _known;
    private readonly IReadOnlySet<Guid>? _saying;
    private readonly (int First, int End) _beginning;
    private readonly bool[]? _bodiesChosen;
    private readonly int? _publicationChosen;
    private readonly long? _owner, _board;
    private readonly bool?[] _meets = new bool?[KindsOfFacts];
    private readonly long[] _facts = new long[KindsOfFacts], _bodies, _publications;

    // Where the next record of the census may well be among those known.
    private int _next;

    // By place; one more than where a record that meets all choices is in the census, or nought.
    private readonly int[] _found;

    /// <param name="saying">The streams with the words that the filter asks for in title or summary; null when it asks for none.</param>
    public RegisterTally(KnownRecords known, RegisterFilter filter, IReadOnlySet<Guid>? saying)
    {
        (_known, _filter, _saying) = (known, filter, saying);
        if (saying is not null) _beginning = known.BeginningWith(filter.Beginning);
        (_bodies, _publications) = (new long[known.Bodies.Count], new long[known.Publications.Count]);
        _bodiesChosen = filter.Bodies is { } chosen ? [.. known.Bodies.Select(chosen.Contains)] : null;
        _publicationChosen = filter.Publication is { } one ? known.Publications.ToList().IndexOf(one) : null;
        (_owner, _board) = (filter.Owner is { } owner ? CensusLine.Mark(owner) : null, filter.Board is { } board ? CensusLine.Mark(board) : null);
        _found = ArrayPool<int>.Shared.Rent(known.Count);
        _found.AsSpan().Clear();
    }

    public List<Guid> Strangers { get; } = [];

    /// <summary>By facts, with each body and publication that the filter chooses.</summary>
    public RegisterCounts Counts => field ??= Count();

    public NamedChoices Bodies => Most(_known.Bodies, _bodies, word => _filter.Bodies?.Contains(word) ?? false, int.MaxValue);

    public NamedChoices Publications(int most) => Most(_known.Publications, _publications, word => word == _filter.Publication, most);

    /// <summary>Where in the census the records are that meet every choice, in the order of their references.</summary>
    public IEnumerable<int> Found => _found.Take(_known.Count).Where(at => at > 0).Select(at => at - 1);

    public void Add(Census census, Range some)
    {
        var next = _next;
        for (var at = some.Start.Value; at < some.End.Value; at++)
        {
            var line = census.Line(at);
            // All are asked for, also those that are left out, so that records are known in the order of the whole.
            if (!_known.Knows(line.Stream, ref next, out var record)) Strangers.Add(line.Stream);
            else if (IsAsked(line, record.Place)) Add(record, census.Facts(line), at);
        }

        _next = next;
    }

    /// <summary>The streams of a page in an order, which is not by title; equals are in the order of their references.</summary>
    /// <param name="paging">Null for all of them.</param>
    public List<Guid> Streams(Census census, RegisterSort sort, Paging? paging)
    {
        var found = Found;
        if (sort != RegisterSort.Reference) found = found.OrderBy(at => census.Line(at).Key(sort));
        if (paging is not null) found = found.Skip(paging.Offset).Take(paging.Size);
        return [.. found.Select(at => census.Line(at).Stream)];
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_found);

    private bool IsAsked(CensusLine line, int place) =>
        (_filter.DueBefore is not { } day || line.IsDueBefore(day))
        && (_owner is null || _owner == line.Owner) && (_board is null || _board == line.Board)
        && (_saying is null || (place >= _beginning.First && place < _beginning.End) || _saying.Contains(line.Stream));

    private void Add(KnownRecord record, RegisterFacts facts, int at)
    {
        var (place, body, publication) = record;
        var (inBody, inPublication) = (_bodiesChosen?[body] ?? true, _publicationChosen is null || _publicationChosen == publication);
        if (inBody && inPublication) _facts[facts.Packed]++;
        if (!(_meets[facts.Packed] ??= RegisterCounts.MissedBy(facts, _filter) == Missed.None)) return;
        if (inPublication) _bodies[body]++;
        if (inBody) _publications[publication]++;
        if (inBody && inPublication) _found[place] = at + 1;
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
