using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>The streams that one act touches: what was read, and what it adds. All of it is appended together, or nothing.</summary>
internal sealed class Work
{
    private readonly Dictionary<Guid, WorkStream> _touched = [];
    private readonly Dictionary<string, WorkStream> _records = [];
    private readonly HashSet<WorkStream> _reliedOn = [];

    public IEnumerable<WorkStream> Changed => _touched.Values.Where(stream => stream.Happened.Count > 0);

    public WorkStream? Find(Guid stream) => _touched.GetValueOrDefault(stream);

    public WorkStream? FindRecord(string reference) => _records.GetValueOrDefault(reference);

    /// <summary>References of records raised in this very work that answer the given cause of concern.</summary>
    public IEnumerable<string> RaisedUnder(string parent) =>
        _records.Where(pair => pair.Value.Happened.Any(e => e.Event is RecommendationRaised raised && raised.Parent == parent)).Select(pair => pair.Key);

    public WorkStream Take(string tenant, Guid stream, string type, StreamHistory before, string? reference = null)
    {
        var taken = new WorkStream(tenant, stream, type, before);
        _touched.Add(stream, taken);
        if (reference is not null)
            _records.Add(reference, taken);
        return taken;
    }

    /// <summary>The decision holds only while this stream stays as it was read.</summary>
    public void RelyOn(WorkStream stream) => _reliedOn.Add(stream);

    /// <summary>Null when nothing would change.</summary>
    public Append? ToAppend(CommandReceipt? receipt, string? correlationId)
    {
        var changed = Changed.ToList();
        return changed.Count == 0 ? null : new Append(
            [.. changed.Select(stream => stream.ToAppend())],
            [.. _reliedOn.Where(stream => stream.Happened.Count == 0).Select(stream => new StreamUnchanged(stream.Tenant, stream.Id, stream.Before.Version))],
            receipt,
            correlationId);
    }
}
