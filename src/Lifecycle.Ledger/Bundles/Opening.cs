using System.Text;
using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>What a commitment of a bundled leaf stands for: the text with its salt, or the <c>erased</c> event that took it away.</summary>
/// <param name="Pointer">Into the event's data.</param>
/// <param name="ErasedBy">Index of the leaf of the <c>erased</c> event; null while the text is there.</param>
public sealed record Opening(long Index, string Pointer, ReadOnlyMemory<byte> Salt, string? Value, long? ErasedBy)
{
    public static Opening Of(long index, string pointer, ReadOnlyMemory<byte> salt, string value) => new(index, pointer, salt, value, null);

    public static Opening Erased(long index, string pointer, long by) => new(index, pointer, default, null, by);

    internal byte[] ToLine()
    {
        using var line = new PooledBuffer();
        line.Add((byte)'{');
        if (ErasedBy is { } by) line.Add($"\"erased\":{by},".AsSpan());
        line.Add($"\"index\":{Index},\"pointer\":".AsSpan());
        CanonicalString.Write(StrictUtf8.Bytes(Pointer), line);
        if (ErasedBy is null)
        {
            line.Add($",\"salt\":\"{Convert.ToHexStringLower(Salt.Span)}\",\"value\":".AsSpan());
            CanonicalString.Write(StrictUtf8.Bytes(Value!), line);
        }

        line.Add("}\n"u8);
        return line.Written.ToArray();
    }

    internal static Opening Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.ToArray());
            var root = document.RootElement;
            var index = Whole.Parse(root.GetProperty("index").GetRawText());
            var pointer = root.GetProperty("pointer").GetString()!;
            var opening = root.TryGetProperty("erased", out var by)
                ? Erased(index, pointer, Whole.Parse(by.GetRawText()))
                : Of(index, pointer, Convert.FromHexString(root.GetProperty("salt").GetString()!), root.GetProperty("value").GetString()!);
            return opening.ToLine().AsSpan()[..^1].SequenceEqual(line)
                ? opening
                : throw new LedgerFormatException($"A line of openings is not in canonical form: {Encoding.UTF8.GetString(line[..Math.Min(line.Length, 80)])}");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentNullException)
        {
            throw new LedgerFormatException("A line of openings is not one.", wrong);
        }
    }
}
