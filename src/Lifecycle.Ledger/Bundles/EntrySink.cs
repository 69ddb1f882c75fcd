using System.Security.Cryptography;

namespace Lifecycle.Ledger;

/// <summary>An entry while it is written: its bytes wait in a scratch stream until its length and digests are known.</summary>
internal sealed class EntrySink(Stream scratch) : IDisposable
{
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Crc32 crc = new();

    public long Length { get; private set; }

    public uint Crc => crc.Value;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        scratch.Write(bytes);
        sha.AppendData(bytes);
        crc.Append(bytes);
        Length += bytes.Length;
    }

    public string Sha256() => Convert.ToHexStringLower(sha.GetCurrentHash());

    public void CopyTo(Stream output)
    {
        scratch.Position = 0;
        scratch.CopyTo(output);
    }

    public void Dispose()
    {
        sha.Dispose();
        scratch.Dispose();
    }
}
