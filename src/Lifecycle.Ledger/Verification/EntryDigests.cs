using System.Security.Cryptography;

namespace Lifecycle.Ledger;

/// <summary>
/// Whether each entry has the length of the manifest, and the check sum of its zip header and the SHA-256 of the manifest or of its
/// own name. Entries that are proved line by line have no SHA-256, and the check sum of them is taken where their lines are read.
/// </summary>
internal static class EntryDigests
{
    /// <returns>The names of those that have not.</returns>
    public static IReadOnlyList<string> Check(BundleFile file, IReadOnlyList<ZipEntry> entries, BundleManifest manifest)
    {
        var listed = entries.Where(entry => entry.Name != BundleNames.Manifest).ToList();
        if (!listed.Select(entry => (entry.Name, entry.Length)).SequenceEqual(manifest.Entries.Select(entry => (entry.Name, entry.Length))))
            throw new LedgerFormatException("The manifest lists other files, or other lengths, than the bundle has.");
        var wanted = manifest.Entries.ToDictionary(entry => entry.Name, entry => entry.Sha256);
        var damaged = new List<string>();
        foreach (var entry in entries.Where(entry => !BundleNames.IsProved(entry.Name)))
        {
            var (crc, sha256) = Digest(file, entry);
            var name = entry.Name.StartsWith(BundleNames.Evidence, StringComparison.Ordinal) ? entry.Name[BundleNames.Evidence.Length..] : sha256;
            if (crc != entry.Crc || wanted.GetValueOrDefault(entry.Name, sha256) != sha256 || name != sha256)
                damaged.Add(entry.Name);
        }

        return damaged;
    }

    private static (uint Crc, string Sha256) Digest(BundleFile file, ZipEntry entry)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (crc, buffer) = (new Crc32(), new byte[1 << 16]);
        for (var at = 0L; at < entry.Length;)
        {
            var length = file.Read(entry.DataAt + at, buffer.AsSpan(0, (int)Math.Min(buffer.Length, entry.Length - at)));
            if (length == 0) throw new TruncatedException("The file became shorter while it was read.");
            sha.AppendData(buffer, 0, length);
            crc.Append(buffer.AsSpan(0, length));
            at += length;
        }

        return (crc.Value, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }
}
