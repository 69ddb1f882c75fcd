using System.Runtime.InteropServices;

namespace Lifecycle.Ledger;

/// <summary>The versions of a stream count from one without a gap. Remembers one number for each stream.</summary>
internal sealed class StreamVersions(Findings findings)
{
    // By tenant first, for a stream's own entry is then two numbers and no text.
    private readonly Dictionary<string, Dictionary<Guid, long>> tenants = [];

    public void Check(long index, LeafHead head)
    {
        ref var streams = ref CollectionsMarshal.GetValueRefOrAddDefault(tenants, head.Tenant, out _);
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(streams ??= [], head.Stream, out _);
        if (head.Version > last + 1)
            findings.Add(FindingKind.Removed, $"Versions {last + 1} to {head.Version - 1} of {Stream(head)} are missing.", index, head.Position, "/version");
        else if (head.Version == last)
            findings.Add(FindingKind.Inserted, $"Version {last} of {Stream(head)} is there twice.", index, head.Position, "/version");
        else if (head.Version < last)
            findings.Add(FindingKind.Reordered, $"Version {head.Version} of {Stream(head)} stands after version {last}.", index, head.Position, "/version");
        last = Math.Max(last, head.Version);
    }

    private static string Stream(LeafHead head) => $"stream {head.Stream} of {head.Tenant}";
}
