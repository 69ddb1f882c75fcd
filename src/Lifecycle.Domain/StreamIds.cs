using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.Domain;

/// <summary>Stream ids are names, not numbers: UUIDv5 (RFC 9562 section 5.5) of what the stream is about, so publishing twice finds the same stream.</summary>
public static class StreamIds
{
    // Our own namespace: UUIDv5 of the URL namespace and "lifecycle".
    private static readonly Guid Ours = V5(new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "lifecycle");

    public static Guid Publication(string publication) => V5(Ours, $"publication/{publication}");

    public static Guid Recommendation(string publication, string number, string body) =>
        V5(Ours, $"recommendation/{publication}/{number}/{body}");

    public static Guid Position(string position) => V5(Ours, $"position/{position}");

    /// <summary>The same for every try of one command: a retry key is an actor's own.</summary>
    public static Guid Command(string actor, string retryKey) => V5(Ours, $"command/{actor}/{retryKey}");

    /// <summary>The readable unique slug of a record.</summary>
    public static string Reference(string publication, string number, string body) => $"{publication}-{number}-{body}";

    // SHA-1 is what the RFC prescribes for version 5; it names, it does not protect.
#pragma warning disable CA5350
    private static Guid V5(Guid ns, string name)
    {
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData([.. ns.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
#pragma warning restore CA5350
}
