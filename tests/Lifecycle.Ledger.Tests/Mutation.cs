using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>A random change, from a careless bit to an attacker who makes everything fit again.</summary>
internal static class Mutation
{
    private static readonly string[] Dictionary =
        ["0", "1", "-1", "9007199254740993", "1e400", "\n", "\n\n", " ", "\"", "\\u0000", "\\ud800", "{}", "[]", "null", "{\"$commitment\":\"\"}", "— ", "+", "=", ",", "\u2028", "\ufeff", "é"];

    public static byte[] Of(byte[] good, Random random)
    {
        if (good.AsSpan().StartsWith("c2sp"u8)) return Bytes(good, random);
        var entries = HostileZip.Open(good);
        var at = random.Next(entries.Count);
        if (random.Next(8) == 0) return Bytes(good, random);
        entries[at] = (entries[at].Name, random.Next(2) == 0 ? Lines(entries[at].Content, random) : Bytes(entries[at].Content, random));
        if (entries[at].Name != BundleNames.Manifest) HostileZip.Relist(entries);
        return HostileZip.Zip(entries);
    }

    private static byte[] Bytes(byte[] bytes, Random random)
    {
        var (at, length) = (random.Next(bytes.Length + 1), random.Next(4));
        var after = Math.Min(bytes.Length, at + length);
        byte[] put = random.Next(4) switch
        {
            0 => [],
            1 => Encoding.UTF8.GetBytes(Dictionary[random.Next(Dictionary.Length)]),
            2 => [(byte)random.Next(256)],
            _ => bytes[random.Next(at + 1)..at],
        };
        return [.. bytes.AsSpan(0, at), .. put, .. bytes.AsSpan(after)];
    }

    private static byte[] Lines(byte[] bytes, Random random)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(4))
        {
            case 0: lines.RemoveAt(one); break;
            case 1: lines.Insert(one, lines[other]); break;
            case 2: (lines[one], lines[other]) = (lines[other], lines[one]); break;
            default: lines[one] = lines[other]; break;
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
