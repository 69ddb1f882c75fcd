namespace Lifecycle.Ledger.Tests;

/// <summary>The check sum of zip files, however many bytes are added at a time.</summary>
public sealed class Crc32Tests
{
    [Fact]
    public void It_is_the_one_of_the_standard() => Assert.Equal(0xCBF43926u, Of("123456789"u8));

    [Fact]
    public void It_is_the_same_bit_by_bit_at_every_length_and_in_parts()
    {
        var bytes = new byte[1200];
        new Random(6962).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var some = bytes.AsSpan(0, length);
            Assert.Equal(Slowly(some), Of(some));
            Assert.Equal(Slowly(some), Of(some[..(length / 3)], some[(length / 3)..]));
        }
    }

    private static uint Of(ReadOnlySpan<byte> one, ReadOnlySpan<byte> two = default)
    {
        var crc = new Crc32();
        crc.Append(one);
        crc.Append(two);
        return crc.Value;
    }

    private static uint Slowly(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
