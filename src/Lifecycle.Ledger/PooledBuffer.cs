using System.Buffers;

namespace Lifecycle.Ledger;

/// <summary>Bytes that grow, in memory that is lent and given back: a leaf is written in the append's own path.</summary>
internal sealed class PooledBuffer(int capacity = 1024) : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public Span<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Add(byte value) => Grow(1)[0] = value;

    public void Add(scoped ReadOnlySpan<byte> values) => values.CopyTo(Grow(values.Length));

    public void Add(ReadOnlySpan<char> text) =>
        System.Text.Encoding.UTF8.GetBytes(text, Grow(System.Text.Encoding.UTF8.GetByteCount(text)));

    /// <summary>Room for exactly so many further bytes, to be filled by the caller.</summary>
    public Span<byte> Grow(int count)
    {
        if (bytes.Length - Length < count) Enlarge(checked(Length + count));
        var room = bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    /// <summary>Gives back the end of what <see cref="Grow"/> lent.</summary>
    public void Shrink(int count) => Length -= count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private void Enlarge(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, (int)Math.Min(Array.MaxLength, bytes.Length * 2L)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
