using System.Text;
using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log;

/// <summary>Checkpoints as the database and the key's own file keep them: as text.</summary>
internal static class Notes
{
    /// <exception cref="LedgerFormatException">It is none.</exception>
    public static SignedNote Parse(string note) => SignedNote.Parse(Encoding.UTF8.GetBytes(note));

    /// <inheritdoc cref="Parse"/>
    public static Checkpoint Read(string note) => Checkpoint.Parse(Parse(note).Text);

    /// <summary>Whether one of the keys signed it, and none of them is said to have signed what it did not.</summary>
    public static bool IsSignedBy(string note, IEnumerable<string> keys) =>
        Parse(note).Check(keys.Select(VerifierKey.Parse)) is { Good.Count: > 0, Bad.Count: 0 };

    /// <summary>With the witnesses' lines after the log's own.</summary>
    public static string With(string note, IEnumerable<string> cosignatures) => note + string.Concat(cosignatures);
}
