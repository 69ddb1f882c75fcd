using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Words = System.Runtime.Intrinsics.Vector512<uint>;

namespace Lifecycle.Ledger;

/// <summary>Sixteen vectors: word t of sixteen messages' blocks in vector t, a message in each lane.</summary>
[InlineArray(16)]
internal struct Sixteen
{
    private Words first;
}

/// <summary>SHA-256 (FIPS 180-4, section 6.2.2) of one block of each of sixteen messages at a time: the processor's own instructions for SHA are out of .NET's reach.</summary>
internal static class Sha256Lanes
{
    public const int Lanes = 16;

    public const int StateWords = 8;

    public static bool IsSupported => Avx512BW.IsSupported;

    public static ReadOnlySpan<uint> Initial => [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private static ReadOnlySpan<uint> K =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <param name="state">Eight vectors.</param>
    /// <param name="w">Is used up.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress(Span<Words> state, ref Sixteen w)
    {
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        // Written out, with the names going round in place of the values: so all stay in registers.
        for (var t = 0; t < K.Length; t += 16)
        {
            if (t > 0) Extend(ref w);
            Round(a, b, c, ref d, e, f, g, ref h, w[0], K[t]);
            Round(h, a, b, ref c, d, e, f, ref g, w[1], K[t + 1]);
            Round(g, h, a, ref b, c, d, e, ref f, w[2], K[t + 2]);
            Round(f, g, h, ref a, b, c, d, ref e, w[3], K[t + 3]);
            Round(e, f, g, ref h, a, b, c, ref d, w[4], K[t + 4]);
            Round(d, e, f, ref g, h, a, b, ref c, w[5], K[t + 5]);
            Round(c, d, e, ref f, g, h, a, ref b, w[6], K[t + 6]);
            Round(b, c, d, ref e, f, g, h, ref a, w[7], K[t + 7]);
            Round(a, b, c, ref d, e, f, g, ref h, w[8], K[t + 8]);
            Round(h, a, b, ref c, d, e, f, ref g, w[9], K[t + 9]);
            Round(g, h, a, ref b, c, d, e, ref f, w[10], K[t + 10]);
            Round(f, g, h, ref a, b, c, d, ref e, w[11], K[t + 11]);
            Round(e, f, g, ref h, a, b, c, ref d, w[12], K[t + 12]);
            Round(d, e, f, ref g, h, a, b, ref c, w[13], K[t + 13]);
            Round(c, d, e, ref f, g, h, a, ref b, w[14], K[t + 14]);
            Round(b, c, d, ref e, f, g, h, ref a, w[15], K[t + 15]);
        }

        (state[0], state[1], state[2], state[3]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d);
        (state[4], state[5], state[6], state[7]) = (state[4] + e, state[5] + f, state[6] + g, state[7] + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(Words a, Words b, Words c, ref Words d, Words e, Words f, Words g, ref Words h, Words w, uint k)
    {
        var sum1 = Xor(Avx512F.RotateRight(e, 6), Avx512F.RotateRight(e, 11), Avx512F.RotateRight(e, 25));
        var choice = Avx512F.TernaryLogic(e, f, g, 0xCA);
        var one = h + (w + Vector512.Create(k)) + (sum1 + choice);
        var sum0 = Xor(Avx512F.RotateRight(a, 2), Avx512F.RotateRight(a, 13), Avx512F.RotateRight(a, 22));
        var majority = Avx512F.TernaryLogic(a, b, c, 0xE8);
        d += one;
        h = one + (sum0 + majority);
    }

    /// <summary>The next sixteen words of the message schedule, each in the place of the one that is needed no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Extend(ref Sixteen w)
    {
        for (var t = 0; t < 16; t++)
        {
            var (early, late) = (w[(t + 1) & 15], w[(t + 14) & 15]);
            var sigma0 = Xor(Avx512F.RotateRight(early, 7), Avx512F.RotateRight(early, 18), early >>> 3);
            var sigma1 = Xor(Avx512F.RotateRight(late, 17), Avx512F.RotateRight(late, 19), late >>> 10);
            w[t] += sigma0 + w[(t + 9) & 15] + sigma1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Words Xor(Words a, Words b, Words c) => Avx512F.TernaryLogic(a, b, c, 0x96);
}
