using System.Buffers.Binary;
using System.Text;

namespace Lifecycle.Ledger;

/// <summary>Reads the headers of a bundle and refuses every zip but the one that <see cref="ZipLayout"/> writes.</summary>
internal static class ZipReader
{
    private const int MaxName = 100;

    /// <exception cref="LedgerFormatException">The file ends too early, or is not laid out as bundles are.</exception>
    public static IReadOnlyList<ZipEntry> Read(BundleFile file)
    {
        if (file.Length > ZipLayout.MaxLength) throw new LedgerFormatException("The file is larger than a bundle can be.");
        var entries = new List<ZipEntry>();
        var at = 0L;
        while (Local(file, at) is { } entry)
        {
            if (entries.Count == ZipLayout.MaxEntries) throw new LedgerFormatException("The bundle has too many entries.");
            entries.Add(entry);
            at = entry.DataAt + entry.Length;
        }

        var tail = ZipLayout.Tail(entries, at);
        if (file.Length - at < tail.Length) throw new TruncatedException("The bundle ends before its zip directory does.");
        if (file.Length - at > tail.Length) throw new LedgerFormatException("There is more in the file after the end of the bundle.");
        if (!file.Read(at, tail.Length).AsSpan().SequenceEqual(tail)) throw new LedgerFormatException("The zip directory does not repeat what the entries' own headers say.");
        return entries;
    }

    private static ZipEntry? Local(BundleFile file, long at)
    {
        if (file.Length - at < ZipLayout.LocalLength) return null;
        var header = file.Read(at, ZipLayout.LocalLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipLayout.LocalSignature) return null;
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26));
        if (nameLength > MaxName) throw new LedgerFormatException("An entry of the bundle has a name that is too long.");
        if (file.Length - at < ZipLayout.LocalLength + nameLength) throw new TruncatedException("The bundle ends in the middle of an entry's name.");
        var name = Encoding.Latin1.GetString(file.Read(at + ZipLayout.LocalLength, nameLength));
        var entry = new ZipEntry(name, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(14)), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18)), at);
        if (!header.AsSpan().SequenceEqual(ZipLayout.Local(entry).AsSpan(0, ZipLayout.LocalLength)))
            throw new LedgerFormatException($"The zip header of entry {entry.Name} is not as bundles have it.");
        if (file.Length - entry.DataAt < entry.Length) throw new TruncatedException($"The bundle ends in the middle of {entry.Name}.");
        return entry;
    }
}
