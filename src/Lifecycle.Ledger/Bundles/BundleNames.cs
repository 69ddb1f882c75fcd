using System.Globalization;

namespace Lifecycle.Ledger;

/// <summary>The names of a bundle's entries, and their only order.</summary>
internal static class BundleNames
{
    public const string Readme = "README.txt";
    public const string Manifest = "manifest.json";
    public const string Keys = "keys.txt";
    public const string Checkpoint = "checkpoint";
    public const string Checkpoints = "checkpoints/";
    public const string Consistency = "consistency/";
    public const string Hashes = "hashes";
    public const string Leaves = "leaves.jsonl";
    public const string Openings = "openings.jsonl";
    public const string EvidenceList = "evidence.jsonl";
    public const string Authority = "authority.json";
    public const string Evidence = "evidence/";

    /// <summary>Whether the tree and the commitments prove every byte of the entry, so that the manifest has no digest of it.</summary>
    public static bool IsProved(string name) => name is Leaves or Openings;

    /// <exception cref="LedgerFormatException">A name is unknown, missing, doubled or out of its place.</exception>
    public static void Check(IReadOnlyList<ZipEntry> entries)
    {
        var next = 0;
        Take(entries, ref next, Readme, Manifest, Keys, Checkpoint);
        for (var last = 0L; Size(entries, next) is { } size; last = size)
        {
            if (size <= last) throw new LedgerFormatException("Earlier checkpoints are not in the order of their sizes.");
            Take(entries, ref next, $"{Checkpoints}{size}", $"{Consistency}{size}");
        }

        Take(entries, ref next, Hashes, Leaves, Openings, EvidenceList, Authority);
        for (var last = ""; next < entries.Count; last = entries[next++].Name)
        {
            var name = entries[next].Name;
            if (!name.StartsWith(Evidence, StringComparison.Ordinal) || !Hex.TryRead(name[Evidence.Length..], out _))
                throw new LedgerFormatException($"The bundle has an entry that bundles do not have: '{name}'.");
            if (string.CompareOrdinal(last, name) >= 0) throw new LedgerFormatException("Evidence files are not in the order of their names.");
        }
    }

    private static long? Size(IReadOnlyList<ZipEntry> entries, int next) =>
        next < entries.Count && entries[next].Name.StartsWith(Checkpoints, StringComparison.Ordinal)
            ? Whole.Parse(entries[next].Name[Checkpoints.Length..])
            : null;

    private static void Take(IReadOnlyList<ZipEntry> entries, ref int next, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (next >= entries.Count || entries[next].Name != name)
                throw new LedgerFormatException($"Entry {(next + 1).ToString(CultureInfo.InvariantCulture)} of the bundle is not {name}.");
            next++;
        }
    }
}
