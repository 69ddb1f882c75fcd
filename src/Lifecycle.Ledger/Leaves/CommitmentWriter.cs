using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>The commitment that stands for a text.</summary>
internal delegate byte[] CommitTo(ReadOnlySpan<byte> text);

/// <summary>Copies canonical data, with a commitment in the place of every erasable string.</summary>
internal ref struct CommitmentWriter(ReadOnlySpan<byte> canonical, ErasableMembers erasable, CommitTo commit, PooledBuffer output)
{
    private readonly ReadOnlySpan<byte> canonical = canonical;
    private Utf8JsonReader reader = new(canonical);
    private int copied;

    public void Write()
    {
        reader.Read();
        Value(erasable.All, depth: 0);
        output.Add(canonical[copied..]);
    }

    /// <param name="open">The pointers, as bits, whose first <paramref name="depth"/> parts lead here.</param>
    private void Value(ulong open, int depth)
    {
        if (open == 0) reader.Skip();
        else if (reader.TokenType == JsonTokenType.String && Ends(open, depth)) Replace();
        else if (reader.TokenType == JsonTokenType.StartArray) Items(Through(open, depth, isItem: true), depth + 1);
        else if (reader.TokenType == JsonTokenType.StartObject) Members(open, depth);
    }

    private void Items(ulong open, int depth)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) Value(open, depth);
    }

    private void Members(ulong open, int depth)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var inside = Through(open, depth, isItem: false);
            reader.Read();
            Value(inside, depth + 1);
        }
    }

    private readonly ulong Through(ulong open, int depth, bool isItem)
    {
        var through = 0ul;
        for (var path = 0; path < erasable.Paths.Length; path++)
        {
            if ((open & (1ul << path)) == 0 || erasable.Paths[path].Length <= depth) continue;
            var part = erasable.Paths[path][depth];
            if (isItem ? part == "*" : reader.ValueTextEquals(part)) through |= 1ul << path;
        }

        return through;
    }

    private readonly bool Ends(ulong open, int depth)
    {
        for (var path = 0; path < erasable.Paths.Length; path++)
            if ((open & (1ul << path)) != 0 && erasable.Paths[path].Length == depth) return true;
        return false;
    }

    private void Replace()
    {
        output.Add(canonical[copied..(int)reader.TokenStartIndex]);
        copied = (int)reader.BytesConsumed;
        var text = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(text);
        output.Add("{\"$commitment\":\""u8);
        output.Add(Convert.ToHexStringLower(commit(text.AsSpan(0, length))).AsSpan());
        output.Add("\"}"u8);
    }
}
