using System.Security.Cryptography;
using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log;

/// <summary>Where the log's signing key is, and who else may sign checkpoints.</summary>
public sealed record LogSettings
{
    /// <summary>A file with the private key in PEM. What was last signed is kept beside it, under the same name with ".kept".</summary>
    public string? KeyFile { get; init; }

    /// <summary>The private key itself in PEM, where it comes from the environment.</summary>
    public string? Key { get; init; }

    /// <summary>Makes the key when there is none: for demonstrations, where nobody would.</summary>
    public bool CreateKey { get; init; }

    /// <summary>Verifier keys of witnesses.</summary>
    public IReadOnlyList<string> Witnesses { get; init; } = [];

    /// <summary>Least time between two checkpoints that nobody asked for.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Where what is kept lies; null when the key has no file.</summary>
    public string? KeptFile => KeyFile is null ? null : $"{KeyFile}.kept";

    /// <summary>Signs as the log of this name; null when there is no key.</summary>
    /// <exception cref="LedgerFormatException">It is no ECDSA key on the curve P-256.</exception>
    internal CheckpointSigner? OpenSigner(string origin)
    {
        if (Key is { Length: > 0 } given) return CheckpointSigner.FromPem(origin, given);
        if (KeyFile is null || (!File.Exists(KeyFile) && !CreateKey)) return null;
        if (!File.Exists(KeyFile)) Make(KeyFile);
        return CheckpointSigner.FromPem(origin, File.ReadAllText(KeyFile));
    }

    // Two processes may start at once: the first file stays.
    private static void Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = $"{path}.{Guid.NewGuid():n}";
        File.WriteAllText(fresh, key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException)
        {
            File.Delete(fresh);
        }
    }
}
