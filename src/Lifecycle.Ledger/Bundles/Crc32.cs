using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lifecycle.Ledger;

/// <summary>
/// The check sum of zip files (ISO 3309), 64 bytes at a step where the processor multiplies without carry, else eight. It guards
/// against accidents only; SHA-256 guards against people.
/// </summary>
internal struct Crc32()
{
    private const int Step = 64;

    private static readonly uint[] Table = MakeTable();
    // Powers of x, modulo the polynomial, for going 64 and 16 bytes ahead.
    private static readonly Vector128<ulong> By64 = Vector128.Create(0x1_5444_2BD4ul, 0x1_C6E4_1596ul);
    private static readonly Vector128<ulong> By16 = Vector128.Create(0x1_7519_97D0ul, 0x0_CCAA_009Eul);

    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (!Pclmulqdq.IsSupported || bytes.Length < 4 * Step)
        {
            state = Slow(state, bytes);
            return;
        }

        // What is folded is 16 bytes that have the same check sum, begun at nought, as all the blocks before.
        Span<byte> folded = stackalloc byte[Vector128<byte>.Count];
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes[..^(bytes.Length % Step)]);
        MemoryMarshal.Write(folded, Fold(state, blocks));
        state = Slow(Slow(0, folded), bytes[(bytes.Length - (bytes.Length % Step))..]);
    }

    // V. Gopal and others, Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction, Intel 2009.
    private static Vector128<ulong> Fold(uint crc, ReadOnlySpan<Vector128<ulong>> blocks)
    {
        var (a, b, c, d) = (blocks[0] ^ Vector128.CreateScalar((ulong)crc), blocks[1], blocks[2], blocks[3]);
        for (var next = 4; next < blocks.Length; next += 4)
        {
            (a, b) = (Ahead(a, By64, blocks[next]), Ahead(b, By64, blocks[next + 1]));
            (c, d) = (Ahead(c, By64, blocks[next + 2]), Ahead(d, By64, blocks[next + 3]));
        }

        return Ahead(Ahead(Ahead(a, By16, b), By16, c), By16, d);
    }

    private static Vector128<ulong> Ahead(Vector128<ulong> value, Vector128<ulong> distance, Vector128<ulong> next) =>
        Pclmulqdq.CarrylessMultiply(value, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, distance, 0x11) ^ next;

    private static uint Slow(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = At(7, low) ^ At(6, low >> 8) ^ At(5, low >> 16) ^ At(4, low >> 24)
                ^ At(3, high) ^ At(2, high >> 8) ^ At(1, high >> 16) ^ At(0, high >> 24);
        }

        foreach (var value in bytes) crc = At(0, crc ^ value) ^ (crc >> 8);
        return crc;
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
