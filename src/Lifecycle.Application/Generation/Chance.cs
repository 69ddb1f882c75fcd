using System.Buffers.Binary;

namespace Lifecycle.Application.Generation;

/// <summary>
/// Seeded chance (SplitMix64): the same seed gives the same draws on every machine and in every version of .NET, which
/// <see cref="Random"/> does not promise.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The same draws for the same name, whatever else has been drawn meanwhile.</summary>
    public static Chance Of(int seed, Guid name) => new(Mix((ulong)seed) ^ Half(name, 0) ^ Mix(Half(name, 8)));

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>From 0 to 1, without 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Both ends can be drawn.</summary>
    public int Between(int least, int most) => least + (int)(Share() * (most - least + 1));

    public bool In(int hundred, int of = 100) => Between(1, of) <= hundred;

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>Small numbers are likely, large ones rare.</summary>
    public int Skewed(int least, int most)
    {
        var share = Share();
        return least + (int)(share * share * share * (most - least + 1));
    }

    /// <summary>An index, each as likely as its weight says.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights) sum += weight;
        var drawn = Between(1, sum);
        var index = 0;
        while ((drawn -= weights[index]) > 0) index++;
        return index;
    }

    /// <summary>An event's id: a UUIDv7 of its moment and its place, so that ids rise as they do in the service.</summary>
    public static Guid EventId(DateTimeOffset at, Guid stream, long version)
    {
        Span<byte> id = stackalloc byte[16];
        var name = new Chance(Half(stream, 0) ^ Mix(Half(stream, 8) + (ulong)version));
        BinaryPrimitives.WriteUInt64BigEndian(id, ((ulong)at.ToUnixTimeMilliseconds() << 16) | 0x7000 | (name.Next() & 0x0FFF));
        BinaryPrimitives.WriteUInt64BigEndian(id[8..], 0x8000000000000000 | (name.Next() >> 2));
        return new Guid(id, bigEndian: true);
    }

    private static ulong Half(Guid name, int from)
    {
        Span<byte> bytes = stackalloc byte[16];
        name.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes[from..]);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
