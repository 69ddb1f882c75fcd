namespace Lifecycle.Ledger;

/// <summary>Bytes end before they should.</summary>
internal sealed class TruncatedException(string message) : Exception(message);

/// <summary>A seekable stream, read at places: several readers take turns.</summary>
internal sealed class BundleFile(Stream stream)
{
    private readonly Lock turn = new();

    public long Length { get; } = stream.Length;

    public byte[] Read(long at, int length)
    {
        var bytes = new byte[length];
        if (Read(at, bytes) != length) throw new TruncatedException("The file ends too early.");
        return bytes;
    }

    public int Read(long at, Span<byte> bytes)
    {
        lock (turn)
        {
            stream.Position = at;
            return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
    }
}
