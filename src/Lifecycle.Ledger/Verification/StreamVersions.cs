namespace Lifecycle.Ledger;

/// <summary>The versions of a stream count from one without a gap. Remembers one number for each stream.</summary>
internal sealed class StreamVersions(Findings findings)
{
    private readonly Dictionary<(string Tenant, string Stream), long> versions = [];

    public void Check(long index, LeafHead head)
    {
        var last = versions.GetValueOrDefault((head.Tenant, head.Stream));
        var stream = $"stream {head.Stream} of {head.Tenant}";
        if (head.Version > last + 1)
            findings.Add(FindingKind.Removed, $"Versions {last + 1} to {head.Version - 1} of {stream} are missing.", index, head.Position, "/version");
        else if (head.Version == last)
            findings.Add(FindingKind.Inserted, $"Version {last} of {stream} is there twice.", index, head.Position, "/version");
        else if (head.Version < last)
            findings.Add(FindingKind.Reordered, $"Version {head.Version} of {stream} stands after version {last}.", index, head.Position, "/version");
        versions[(head.Tenant, head.Stream)] = Math.Max(last, head.Version);
    }
}
