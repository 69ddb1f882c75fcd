using System.Runtime.InteropServices;
using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>The open records of a point, by kind and one word more.</summary>
/// <param name="Groups">By level and status.</param>
/// <param name="Ages">By how old they are.</param>
/// <param name="Ratings">By how their forces rate them.</param>
public sealed record OpenRecords(IReadOnlyList<PositionGroup> Groups, IReadOnlyList<AgeGroup> Ages, IReadOnlyList<RagGroup> Ratings)
{
    private static readonly string FewSql = SqlText.Of("open_records");

    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static async Task<OpenRecords> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation)
    {
        var open = new Tally(new AgeBands(asOf.AsAt));
        var where = new Conditions().AndOf(bodies, scope, "r");
        // Looked up one by one, the records of a force as at a past day are spread over all of the table; an index hands them over.
        if (asOf.IsNow && RegisterRows.AreFew(scope, new(Bodies: bodies))) await FewAsync();
        else await database.LookAsync(scope, AllAsync, cancellation);
        return open.Counted();

        Task FewAsync() => database.AskAsync(
            scope, FewSql.Replace("{where}", where.ToString(), StringComparison.Ordinal), where.AddTo,
            async (reader, ct) =>
            {
                while (await reader.ReadAsync(ct)) open.Add(RegisterFacts.OfColumn(reader.GetInt32(0)), reader.Day(1), reader.GetInt64(2));
                return open;
            },
            cancellation);

        async Task<Tally> AllAsync(Look look)
        {
            using var census = new Census(asOf.AsAt, (lines, some) =>
            {
                for (var at = some.Start.Value; at < some.End.Value; at++)
                {
                    var line = lines.Line(at);
                    if (line.Words is var words && words.Status.IsOpen()) open.Add(words, line.RaisedOn, 1);
                }
            });
            await census.AskAsync(look, asOf, where, cancellation);
            return open;
        }
    }

    private sealed class Tally(AgeBands ages)
    {
        private readonly Dictionary<(RegisterFacts Facts, AgeBand Band), long> _open = [];

        public void Add(RegisterFacts words, DateOnly raisedOn, long records) =>
            CollectionsMarshal.GetValueRefOrAddDefault(_open, (words, ages.Of(raisedOn)), out _) += records;

        public OpenRecords Counted() => new(
            By(one => new PositionGroup(null, one.Facts.Kind, one.Facts.Level, one.Facts.Status, null, 0), (group, open) => group with { Open = open }),
            By(one => new AgeGroup(one.Facts.Kind, one.Band, 0), (group, open) => group with { Open = open }),
            By(one => new RagGroup(one.Facts.Kind, one.Facts.Rag, 0), (group, open) => group with { Open = open }));

        private List<TGroup> By<TGroup>(Func<(RegisterFacts Facts, AgeBand Band), TGroup> group, Func<TGroup, long, TGroup> of) =>
            [.. _open.GroupBy(one => group(one.Key), (key, same) => of(key, same.Sum(one => one.Value)))];
    }
}
