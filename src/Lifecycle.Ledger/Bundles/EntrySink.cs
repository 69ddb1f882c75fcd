using System.Security.Cryptography;

namespace Lifecycle.Ledger;

/// <summary>An entry while it is written: its bytes wait in a scratch stream until its length and digests are known.</summary>
/// <param name="digest">Whether it has a SHA-256.</param>
internal sealed class EntrySink(Stream scratch, bool digest) : IDisposable
{
    private readonly IncrementalHash? sha = digest ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private Crc32 crc = new();

    public long Length { get; private set; }

    public uint Crc => crc.Value;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        scratch.Write(bytes);
        sha?.AppendData(bytes);
        crc.Append(bytes);
        Length += bytes.Length;
    }

    public string? Sha256() => sha is null ? null : Convert.ToHexStringLower(sha.GetCurrentHash());

    public void CopyTo(Stream output)
    {
        scratch.Position = 0;
        scratch.CopyTo(output);
    }

    public void Dispose()
    {
        sha?.Dispose();
        scratch.Dispose();
    }
}
