using System.Buffers.Binary;
using System.Text;

namespace Lifecycle.Ledger;

/// <summary>Words that come again and again, such as types of events, bodies and pointers: one string for all, not one for each leaf.</summary>
internal static class RepeatedText
{
    private const int Longest = 64;
    private const int PlacesAsBits = 10;

    // Several threads put in what they like: whoever looks compares.
    private static readonly string?[] Known = new string?[1 << PlacesAsBits];

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest) return Encoding.UTF8.GetString(utf8);
        ref var known = ref Known[Place(utf8)];
        return known is { } text && Ascii.Equals(utf8, text) ? text : known = Encoding.UTF8.GetString(utf8);
    }

    private static int Place(ReadOnlySpan<byte> utf8)
    {
        var sum = (ulong)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
        {
            sum ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8) ^ ulong.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]), 29);
        }
        else
        {
            foreach (var value in utf8) sum = (sum << 8) ^ value;
        }

        return (int)((sum * 0x9E3779B97F4A7C15) >> (64 - PlacesAsBits));
    }
}
