using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>Takes a bundle apart and makes it anew as an attacker would: contents changed, manifest and check sums made to fit.</summary>
internal static class HostileZip
{
    public static List<(string Name, byte[] Content)> Open(byte[] bundle)
    {
        var file = new BundleFile(new MemoryStream(bundle));
        return [.. ZipReader.Read(file).Select(entry => (entry.Name, file.Read(entry.DataAt, (int)entry.Length)))];
    }

    public static byte[] Remade(byte[] bundle, string name, Func<string, string> change) =>
        Remade(bundle, name, bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))));

    public static byte[] Remade(byte[] bundle, string name, Func<byte[], byte[]> change)
    {
        var entries = Open(bundle);
        var at = entries.FindIndex(entry => entry.Name == name);
        entries[at] = (name, change(entries[at].Content));
        if (name != BundleNames.Manifest) Relist(entries);
        return Zip(entries);
    }

    /// <summary>Lists the entries anew in the manifest.</summary>
    public static void Relist(List<(string Name, byte[] Content)> entries)
    {
        var at = entries.FindIndex(entry => entry.Name == BundleNames.Manifest);
        var manifest = BundleManifest.Parse(entries[at].Content) with
        {
            Entries = [.. entries.Where((_, number) => number != at).Select(entry => new ManifestEntry(entry.Name, entry.Content.Length, BundleNames.IsProved(entry.Name) ? null : Convert.ToHexStringLower(SHA256.HashData(entry.Content))))],
        };
        entries[at] = (BundleNames.Manifest, manifest.ToBytes());
    }

    /// <param name="wrong">An entry that has the check sum of other bytes.</param>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> contents, string? wrong = null)
    {
        var (output, entries) = (new MemoryStream(), new List<ZipEntry>());
        foreach (var (name, content) in contents)
        {
            var crc = new Crc32();
            crc.Append(content);
            if (name == wrong) crc.Append([1]);
            entries.Add(new(name, crc.Value, content.Length, output.Length));
            output.Write(ZipLayout.Local(entries[^1]));
            output.Write(content);
        }

        output.Write(ZipLayout.Tail(entries, output.Length));
        return output.ToArray();
    }
}
