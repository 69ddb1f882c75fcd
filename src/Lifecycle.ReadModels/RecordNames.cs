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

    /// <summary>Those that were met so far.</summary>
    internal KnownRecords Known => _known;

    /// <summary>Learns what strangers are.</summary>
    /// <param name="strangers">In the order in which they are likely to be met again.</param>
    /// <returns>All that are known then.</returns>
    internal async Task<KnownRecords> LearnAsync(Look look, IReadOnlyCollection<Guid> strangers, CancellationToken cancellation)
    {
        var met = await look.AskAsync(
            Sql,
            p => p.AddWithValue("streams", strangers.ToArray()),
            async (reader, ct) =>
            {
                // A hundred thousand records have a few hundred bodies and publications between them, so each word is kept once.
                var (names, words) = (new Dictionary<Guid, RecordName>(strangers.Count), new Dictionary<string, string>());
                string Once(string word) => words.TryGetValue(word, out var same) ? same : words[word] = word;
                while (await reader.ReadAsync(ct)) names.Add(reader.GetGuid(0), new(reader.GetGuid(0), reader.GetString(1), Once(reader.GetString(2)), Once(reader.GetString(3))));
                return names;
            },
            cancellation);
        lock (_learning) return _known = _known.With([.. strangers.Where(met.ContainsKey).Select(stream => met[stream])]);
    }
}

/// <summary>Which record a stream is.</summary>
internal readonly record struct RecordName(Guid Stream, string Reference, string Body, string Publication);
