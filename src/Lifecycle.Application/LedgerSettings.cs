namespace Lifecycle.Application;

/// <summary>Where the key is that signs the history, and who else may sign it. The section "Ledger" of the host's settings.</summary>
public sealed class LedgerSettings
{
    public const string Section = "Ledger";

    /// <summary>The key file's name in the folder of the service's own database.</summary>
    public const string OwnKeyFile = "ledger-key.pem";

    /// <summary>A file with the private key in PEM, on the curve P-256. What was last signed is kept beside it.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The private key itself in PEM, where it comes from the environment.</summary>
    public string? Key { get; set; }

    /// <summary>Makes the key file when there is none.</summary>
    public bool CreateKey { get; set; }

    /// <summary>Verifier keys of those who watch over the log.</summary>
    public IReadOnlyList<string> Witnesses { get; set; } = [];

    internal EventStore.Log.LogSettings ToLog() => new() { KeyFile = KeyFile, Key = Key, CreateKey = CreateKey, Witnesses = Witnesses };
}
