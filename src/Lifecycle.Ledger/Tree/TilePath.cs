using System.Globalization;

namespace Lifecycle.Ledger;

/// <summary>The address of a tile in C2SP tlog-tiles: <c>tile/0/x001/x234/067.p/5</c>.</summary>
/// <param name="Width">256 for a full tile, less for a partial one.</param>
public readonly record struct TilePath(int Level, long Index, int Width)
{
    public const int FullWidth = 256;

    private const int Height = 8;

    /// <summary>The tile that holds a hash in a tree of <paramref name="size"/> leaves.</summary>
    public static TilePath Holding(TreeNode node, long size)
    {
        var level = node.Level / Height;
        var index = node.Index >> (Height - (node.Level % Height));
        var hashes = size >> (Height * level);
        return new(level, index, (int)Math.Min(FullWidth, hashes - (index * FullWidth)));
    }

    /// <summary>The hash of a complete subtree out of the tile that holds it.</summary>
    public static byte[] Hash(TreeNode node, ReadOnlySpan<byte> tile)
    {
        var width = 1 << (node.Level % Height);
        var first = (int)(node.Index << (node.Level % Height)) % FullWidth;
        var tree = new CompactRange();
        for (var next = first; next < first + width; next++) tree.Append(tile.Slice(next * Rfc6962.HashLength, Rfc6962.HashLength));
        return tree.Root();
    }

    /// <summary>Exactly as tlog-tiles writes it; anything else is refused.</summary>
    public static bool TryParse(string path, out TilePath tile)
    {
        tile = default;
        var parts = path.Split('/');
        if (parts.Length < 3 || parts[0] != "tile" || !Small(parts[1], 0, 63, out var level)) return false;
        var width = FullWidth;
        var numbers = parts.AsSpan(2);
        if (numbers.Length >= 2 && numbers[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!Small(numbers[^1], 1, FullWidth - 1, out width)) return false;
            numbers = numbers[..^1];
            numbers[^1] = numbers[^1][..^2];
        }

        if (!TryIndex(numbers, out var index)) return false;
        tile = new(level, index, width);
        return tile.ToString() == path;
    }

    public override string ToString()
    {
        var last = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = Index / 1000; rest > 0; rest /= 1000) last = $"x{rest % 1000:000}/{last}";
        var name = string.Create(CultureInfo.InvariantCulture, $"tile/{Level}/{last}");
        return Width == FullWidth ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.p/{Width}");
    }

    private static bool TryIndex(ReadOnlySpan<string> numbers, out long index)
    {
        index = 0;
        if (numbers.Length is 0 or > 6) return false;
        for (var part = 0; part < numbers.Length; part++)
        {
            var digits = part < numbers.Length - 1 ? numbers[part].TrimStart('x') : numbers[part];
            if (digits.Length != 3 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
            index = (index * 1000) + number;
        }

        return true;
    }

    private static bool Small(string digits, int least, int most, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most
        && number.ToString(CultureInfo.InvariantCulture) == digits;
}
