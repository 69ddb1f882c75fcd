using System.Buffers;
using System.Buffers.Binary;

namespace Lifecycle.ReadModels.Tables;

/// <summary>
/// Rows in PostgreSQL's binary COPY format. They are bytes as soon as they are worked out, so that what they were worked out
/// from need not be kept until the server takes them.
/// </summary>
internal sealed partial class CopyBuffer : IDisposable
{
    private static readonly byte[] Beginning = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int _length;

    public CopyBuffer() => Beginning.CopyTo(Take(Beginning.Length));

    public bool IsEmpty => _length == Beginning.Length;

    /// <summary>In bytes.</summary>
    public int Length => _length;

    public void StartRow(int columns) => BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)columns);

    /// <summary>Everything, with the mark of its end.</summary>
    public ReadOnlyMemory<byte> Ended()
    {
        StartRow(-1);
        return _bytes.AsMemory(0, _length);
    }

    /// <summary>The other's rows after one's own.</summary>
    public void Add(CopyBuffer other) => other._bytes.AsSpan(Beginning.Length..other._length).CopyTo(Take(other._length - Beginning.Length));

    /// <summary>Empties it.</summary>
    public void Clear() => _length = Beginning.Length;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private Span<byte> Take(int length)
    {
        var room = Room(length)[..length];
        _length += length;
        return room;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_length);
    }
}
