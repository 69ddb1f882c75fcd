using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Generation;

/// <summary>What lives must know of one another: how many are open, which answer a cause of concern, which came last.</summary>
internal sealed class OpenRecords
{
    private readonly Dictionary<(string Body, RecordKind Kind), int> _open = [];
    private readonly Dictionary<string, HashSet<string>> _children = [];
    private readonly Dictionary<string, string> _latest = [];

    public int Records { get; private set; }

    public int Count(string body, RecordKind kind) => _open.GetValueOrDefault((body, kind));

    /// <summary>References of open records under a cause of concern, in the order of reference.</summary>
    public IReadOnlyList<string> ChildrenOf(string parent) =>
        _children.TryGetValue(parent, out var open) ? [.. open.Order(StringComparer.Ordinal)] : [];

    /// <summary>The record last raised with the body.</summary>
    public string? LatestWith(string body) => _latest.GetValueOrDefault(body);

    public void Raise(Recommendation record)
    {
        Records++;
        _latest[record.Body] = record.Reference;
        Change(record, 1);
    }

    /// <summary>After a deed.</summary>
    public void Follow(bool wasOpen, Recommendation record)
    {
        var isOpen = record.Status.IsOpen();
        if (wasOpen != isOpen) Change(record, isOpen ? 1 : -1);
    }

    private void Change(Recommendation record, int by)
    {
        _open[(record.Body, record.Kind)] = Count(record.Body, record.Kind) + by;
        if (record.Raised.Parent is not { } parent) return;
        if (!_children.TryGetValue(parent, out var open)) _children.Add(parent, open = []);
        if (by > 0) open.Add(record.Reference);
        else open.Remove(record.Reference);
    }
}
