using System.Buffers.Binary;
using System.Text;

namespace Lifecycle.Ledger;

/// <summary>One entry of a bundle as the zip's headers tell it.</summary>
/// <param name="HeaderAt">Offset of the local header.</param>
internal sealed record ZipEntry(string Name, uint Crc, long Length, long HeaderAt)
{
    public long DataAt => HeaderAt + ZipLayout.LocalLength + Name.Length;
}

/// <summary>
/// The only zip that a bundle can be: entries stored, one after the other, no times, no attributes, no extra fields, no
/// comments. Every byte of it follows from names and contents, so none can be changed unseen, and nothing unpacks to more than it is.
/// </summary>
internal static class ZipLayout
{
    public const int LocalLength = 30;

    public const uint LocalSignature = 0x04034b50;

    /// <summary>No zip64: a larger history is exported period by period.</summary>
    public const long MaxLength = uint.MaxValue;

    public const int MaxEntries = ushort.MaxValue - 1;

    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const ushort Version = 10;

    /// <summary>The first of January 1980.</summary>
    private const ushort Date = 0x21;

    public static byte[] Local(ZipEntry entry)
    {
        using var header = new PooledBuffer();
        U32(header, LocalSignature);
        Common(header, entry);
        header.Add(Encoding.ASCII.GetBytes(entry.Name));
        return header.Written.ToArray();
    }

    /// <summary>All that follows the last entry.</summary>
    public static byte[] Tail(IReadOnlyCollection<ZipEntry> entries, long at)
    {
        using var tail = new PooledBuffer();
        foreach (var entry in entries) Central(tail, entry);
        var length = tail.Length;
        U32(tail, EndSignature);
        U16(tail, 0, 0, (ushort)entries.Count, (ushort)entries.Count);
        U32(tail, (uint)length);
        U32(tail, (uint)at);
        U16(tail, 0);
        return tail.Written.ToArray();
    }

    private static void Central(PooledBuffer tail, ZipEntry entry)
    {
        U32(tail, CentralSignature);
        U16(tail, Version);
        Common(tail, entry);
        // Comment, disk, internal attributes; external attributes.
        U16(tail, 0, 0, 0);
        U32(tail, 0);
        U32(tail, (uint)entry.HeaderAt);
        tail.Add(Encoding.ASCII.GetBytes(entry.Name));
    }

    private static void Common(PooledBuffer header, ZipEntry entry)
    {
        // Version needed, flags, method (stored), time, date.
        U16(header, Version, 0, 0, 0, Date);
        U32(header, entry.Crc);
        U32(header, (uint)entry.Length);
        U32(header, (uint)entry.Length);
        U16(header, (ushort)entry.Name.Length, 0);
    }

    private static void U16(PooledBuffer header, params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values) BinaryPrimitives.WriteUInt16LittleEndian(header.Grow(2), value);
    }

    private static void U32(PooledBuffer header, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(header.Grow(4), value);
}
