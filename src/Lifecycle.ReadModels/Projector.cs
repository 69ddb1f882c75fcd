using Lifecycle.Domain;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Keeps all read models in step with the events, inside the append's own transaction: who reads after a write sees the write.</summary>
public static class Projector
{
    /// <summary>The store's inline projection. Every stream's context must be its <see cref="StreamChange"/>.</summary>
    public static InlineProjection Inline { get; } = Project;

    private static void Project(IReadOnlyList<AppendedStream> appended, NpgsqlBatch writes)
    {
        var streams = appended.GroupBy(one => one.Request.Stream).Select(Steps).ToList();
        foreach (var model in AllReadModels.Models) model.Project(streams, writes);
    }

    // One stream may be appended to twice in a group: the second append goes on where the first one ended.
    private static StreamSteps Steps(IGrouping<Guid, AppendedStream> appends)
    {
        var first = appends.First();
        var steps = StreamSteps.Of(first.Request.Tenant, first.Request.Stream, ChangeOf(first).Before, appends.SelectMany(Events));
        var known = 0;
        foreach (var append in appends)
        {
            known += append.Events.Count;
            ChangeOf(append).After = steps.Steps[known - 1].After;
        }

        return steps;
    }

    private static IEnumerable<(long, Recorded)> Events(AppendedStream appended) =>
        appended.Events.Zip(ChangeOf(appended).Events, (stored, happened) =>
            (stored.Position, new Recorded(stored.Version, stored.Timestamp, happened.Headers, happened.Event)));

    private static StreamChange ChangeOf(AppendedStream appended) => appended.Request.Context as StreamChange
        ?? throw new ArgumentException($"The append to stream {appended.Request.Stream} carries no StreamChange for the read models.", nameof(appended));
}
