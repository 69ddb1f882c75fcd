using System.Globalization;
using System.Security.Cryptography;

namespace Lifecycle.Ledger;

/// <summary>A public key of the signed note format, written <c>name+id+base64(type || key)</c>. ECDSA on P-256 is checked; other types are carried.</summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private const byte EcdsaType = 0x02;

    private readonly byte[] material;

    private VerifierKey(string name, byte[] material)
    {
        Name = name;
        this.material = material;
        Id = IdOf(name, material);
    }

    public string Name { get; }

    public uint Id { get; }

    /// <summary>Whether signatures of this type are checked here.</summary>
    public bool CanVerify => material[0] == EcdsaType;

    /// <summary>The start of every P-256 key in SubjectPublicKeyInfo; the point follows, 64 bytes.</summary>
    private static ReadOnlySpan<byte> P256 =>
        [0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04];

    public static VerifierKey Of(string name, ECDsa key) => Checked(name, [EcdsaType, .. key.ExportSubjectPublicKeyInfo()]);

    /// <exception cref="LedgerFormatException">Not a verifier key, or its id is not that of its key.</exception>
    public static VerifierKey Parse(string text)
    {
        var parts = text.Split('+', 3);
        if (parts.Length != 3) throw new LedgerFormatException("A verifier key is written name+id+key.");
        var key = Checked(parts[0], Base64.Read(parts[2]));
        return key.ToString() == text ? key : throw new LedgerFormatException($"The id of the verifier key {parts[0]} is not that of its key.");
    }

    /// <summary>Whether this key made the signature (ASN.1 DER, RFC 3279) over SHA-256 of the text.</summary>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (!CanVerify) return false;
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(material.AsSpan(1), out _);
        return ecdsa.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public override string ToString() => $"{Name}+{Id.ToString("x8", CultureInfo.InvariantCulture)}+{Base64.Write(material)}";

    public bool Equals(VerifierKey? other) => other is not null && other.ToString() == ToString();

    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    public override int GetHashCode() => HashCode.Combine(Name, Id);

    private static VerifierKey Checked(string name, byte[] material)
    {
        if (!NoteSignature.IsName(name)) throw new LedgerFormatException("The name of a verifier key is empty, or has a space or plus sign.");
        if (material.Length < 2) throw new LedgerFormatException($"The verifier key {name} has no key.");
        if (material[0] == EcdsaType && !IsOnP256(material.AsSpan(1))) throw new LedgerFormatException($"The verifier key {name} is not an ECDSA key on P-256.");
        return new(name, material);
    }

    private static bool IsOnP256(ReadOnlySpan<byte> spki)
    {
        if (!spki.StartsWith(P256) || spki.Length != P256.Length + 64) return false;
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(spki, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // The note format's two rules: ECDSA keys are named by their own bytes, all others by name, type and bytes.
    private static uint IdOf(string name, byte[] material) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(
            material[0] == EcdsaType ? material.AsSpan(1) : [.. StrictUtf8.Bytes(name + "\n"), .. material]));
}
