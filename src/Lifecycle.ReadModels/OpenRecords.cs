using System.Runtime.InteropServices;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>How old the open records of a point are, and how their forces rate them.</summary>
public sealed record OpenRecords(IReadOnlyList<AgeGroup> Ages, IReadOnlyList<RagGroup> Ratings)
{
    /// <param name="bodies">Only these; null is every body in scope.</param>
    public static async Task<OpenRecords> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, AsOf asOf, CancellationToken cancellation)
    {
        var where = new Conditions().AndOf(bodies, scope, "r");
        if (!asOf.IsNow) return await database.LookAsync(scope, look => PastAsync(look, where, asOf, cancellation), cancellation);
        var (ages, ratings) = (Ageing.NowAsync(database, scope, where, asOf, cancellation), RagCounts.NowAsync(database, scope, where, cancellation));
        await Task.WhenAll(ages, ratings);
        return new(await ages, await ratings);
    }

    // Looked up one by one, the records of a force are spread over all of the table; an index hands them over.
    private static async Task<OpenRecords> PastAsync(Look look, Conditions where, AsOf asOf, CancellationToken cancellation)
    {
        var (ages, open) = (new AgeBands(asOf.AsAt), new Dictionary<(RecordKind Kind, AgeBand Band, Rag? Rag), long>());
        using var census = new Census(asOf.AsAt, (lines, some) =>
        {
            for (var at = some.Start.Value; at < some.End.Value; at++)
            {
                var line = lines.Line(at);
                var facts = lines.Facts(line);
                if (facts.Status.IsOpen()) CollectionsMarshal.GetValueRefOrAddDefault(open, (facts.Kind, ages.Of(line.RaisedOn), facts.Rag), out _)++;
            }
        });
        await census.AskAsync(look, asOf, new(), where, cancellation);
        return new(
            [.. open.GroupBy(one => (one.Key.Kind, one.Key.Band), (key, same) => new AgeGroup(key.Kind, key.Band, same.Sum(one => one.Value)))],
            [.. open.GroupBy(one => (one.Key.Kind, one.Key.Rag), (key, same) => new RagGroup(key.Kind, key.Rag, same.Sum(one => one.Value)))]);
    }
}
