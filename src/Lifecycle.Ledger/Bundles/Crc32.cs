using System.Buffers.Binary;

namespace Lifecycle.Ledger;

/// <summary>The check sum of zip files (ISO 3309), eight bytes at a step. It guards against accidents only; SHA-256 guards against people.</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = MakeTable();

    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = At(7, low) ^ At(6, low >> 8) ^ At(5, low >> 16) ^ At(4, low >> 24)
                ^ At(3, high) ^ At(2, high >> 8) ^ At(1, high >> 16) ^ At(0, high >> 24);
        }

        foreach (var value in bytes) crc = At(0, crc ^ value) ^ (crc >> 8);
        state = crc;
    }

    private static uint At(int step, uint value) => Table[(step << 8) | (byte)value];

    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            table[value] = crc;
        }

        for (var at = 256; at < table.Length; at++) table[at] = (table[at - 256] >> 8) ^ table[(byte)table[at - 256]];
        return table;
    }
}
