using System.Security.Cryptography;

namespace Lifecycle.Ledger;

/// <summary>Signs checkpoints with an ECDSA P-256 key. It remembers nothing: whoever calls it asks first whether the log only grew.</summary>
public sealed class CheckpointSigner : IDisposable
{
    private readonly ECDsa key;

    public CheckpointSigner(string name, ECDsa key)
    {
        this.key = key;
        VerifierKey = VerifierKey.Of(name, key);
    }

    public VerifierKey VerifierKey { get; }

    /// <param name="pem">A private key on P-256, PKCS #8 or SEC 1.</param>
    /// <exception cref="LedgerFormatException">Not such a key.</exception>
    public static CheckpointSigner FromPem(string name, string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return new(name, key);
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException or LedgerFormatException)
        {
            key.Dispose();
            throw new LedgerFormatException("The signing key is not a private ECDSA key on P-256 in PEM.", wrong);
        }
    }

    public SignedNote Sign(Checkpoint checkpoint) => new(checkpoint.ToText(), [Sign(checkpoint.ToText())]);

    /// <summary>One more signature line for a note: a second log key while keys are changed, or a witness.</summary>
    public NoteSignature Sign(string text) => new(
        VerifierKey.Name,
        VerifierKey.Id,
        key.SignData(StrictUtf8.Bytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public void Dispose() => key.Dispose();
}
