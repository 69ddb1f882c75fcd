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
}
