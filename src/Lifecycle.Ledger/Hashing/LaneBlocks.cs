using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lifecycle.Ledger;

/// <summary>Sixteen blocks of 64 bytes, which stand anywhere, as words in lanes.</summary>
internal static class LaneBlocks
{
    public const int Length = 64;

    /// <summary>Words are big-endian in messages, little-endian in the processor.</summary>
    private static readonly Vector512<byte> Turned = Vector512.Create([.. Enumerable.Range(0, Length).Select(at => (byte)((at % 16) ^ 3))]);

    /// <param name="at">Where each of the blocks begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load(ReadOnlySpan<byte> data, ReadOnlySpan<int> at, ref Sixteen w)
    {
        for (var lane = 0; lane < Sha256Lanes.Lanes; lane++)
            w[lane] = Avx512BW.Shuffle(Vector512.Create(data.Slice(at[lane], Length)), Turned).AsUInt32();
        for (var first = 0; first < 16; first += 4) WithinQuarters(ref w, first);
        for (var word = 0; word < 4; word++) OfQuarters(ref w, word);
    }

    /// <summary>Four rows of four times four words: each square is turned about its diagonal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WithinQuarters(ref Sixteen w, int first)
    {
        var (low01, high01) = (Avx512F.UnpackLow(w[first], w[first + 1]).AsUInt64(), Avx512F.UnpackHigh(w[first], w[first + 1]).AsUInt64());
        var (low23, high23) = (Avx512F.UnpackLow(w[first + 2], w[first + 3]).AsUInt64(), Avx512F.UnpackHigh(w[first + 2], w[first + 3]).AsUInt64());
        w[first] = Avx512F.UnpackLow(low01, low23).AsUInt32();
        w[first + 1] = Avx512F.UnpackHigh(low01, low23).AsUInt32();
        w[first + 2] = Avx512F.UnpackLow(high01, high23).AsUInt32();
        w[first + 3] = Avx512F.UnpackHigh(high01, high23).AsUInt32();
    }

    /// <summary>Then the squares themselves: quarter q of what has word t of four rows has word 4q + t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OfQuarters(ref Sixteen w, int word)
    {
        var (even01, odd01) = (Avx512F.Shuffle4x128(w[word], w[word + 4], 0x88), Avx512F.Shuffle4x128(w[word], w[word + 4], 0xDD));
        var (even23, odd23) = (Avx512F.Shuffle4x128(w[word + 8], w[word + 12], 0x88), Avx512F.Shuffle4x128(w[word + 8], w[word + 12], 0xDD));
        w[word] = Avx512F.Shuffle4x128(even01, even23, 0x88);
        w[word + 4] = Avx512F.Shuffle4x128(odd01, odd23, 0x88);
        w[word + 8] = Avx512F.Shuffle4x128(even01, even23, 0xDD);
        w[word + 12] = Avx512F.Shuffle4x128(odd01, odd23, 0xDD);
    }
}
