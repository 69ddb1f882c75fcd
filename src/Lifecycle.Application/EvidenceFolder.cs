using System.Security.Cryptography;

namespace Lifecycle.Application;

/// <summary>
/// A force's own files of evidence, known by their SHA-256 and by nothing else: what they are called, and where they lie, is the
/// force's business. The service keeps the digests only, so whoever wants the files in a bundle brings them along.
/// </summary>
public sealed class EvidenceFolder
{
    private readonly Dictionary<string, FileInfo> _files = new(StringComparer.Ordinal);

    /// <summary>Reads every file of a folder and of those in it, once.</summary>
    public EvidenceFolder(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            using var content = file.OpenRead();
            _files.TryAdd(Convert.ToHexStringLower(SHA256.HashData(content)), file);
        }
    }

    /// <summary>How many of the files that were asked for were there.</summary>
    public int Found { get; private set; }

    /// <summary>How many were not.</summary>
    public int Missing { get; private set; }

    /// <summary>The file with this digest; null when there is none.</summary>
    public Stream? Open(string sha256)
    {
        if (!_files.TryGetValue(sha256, out var file))
        {
            Missing++;
            return null;
        }

        Found++;
        return file.OpenRead();
    }
}
