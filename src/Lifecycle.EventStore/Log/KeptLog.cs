using System.Text;
using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log;

/// <summary>
/// What somebody outside the database remembers of the log: its keys, and the last checkpoint seen. Kept in a small file beside
/// the signing key, where whoever rules the database does not reach it. This is what catches a database that was put back.
/// </summary>
/// <param name="Keys">Verifier keys that may have signed, oldest first.</param>
/// <param name="Note">The last checkpoint, as the signed note; null when there is none yet.</param>
public sealed record KeptLog(IReadOnlyList<string> Keys, string? Note)
{
    /// <summary>What a file holds; nothing when there is none.</summary>
    public static KeptLog Read(string? path)
    {
        if (path is null || !File.Exists(path)) return new([], null);
        var text = File.ReadAllText(path, Encoding.UTF8);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var keys = (end < 0 ? text : text[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(keys, end < 0 || end + 2 == text.Length ? null : text[(end + 2)..]);
    }

    /// <summary>What it vouches for when the database is verified.</summary>
    /// <exception cref="LedgerFormatException">The file is damaged.</exception>
    public Trust ToTrust() => new([.. Keys.Select(VerifierKey.Parse)], Note is null ? [] : [Notes.Parse(Note)], []);

    /// <summary>Replaces the file at once: a crash leaves the old one or the new one.</summary>
    public void Write(string? path)
    {
        if (path is null) return;
        var fresh = $"{path}.{Guid.NewGuid():n}";
        File.WriteAllText(fresh, $"{string.Join('\n', Keys)}\n\n{Note}", new UTF8Encoding(false));
        File.Move(fresh, path, overwrite: true);
    }
}
