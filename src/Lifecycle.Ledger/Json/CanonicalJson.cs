using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>RFC 8785, the JSON Canonicalization Scheme, for JSON whose every number survives it: nothing is rounded in silence.</summary>
public static class CanonicalJson
{
    /// <summary>Objects and lists inside each other, the outermost counted.</summary>
    public const int MaxDepth = 64;

    /// <summary>The one canonical form of <paramref name="json"/>.</summary>
    /// <exception cref="LedgerFormatException">
    /// Not JSON, trailing data, a name twice in one object, a lone surrogate, a number that a double cannot hold, or too deep.
    /// </exception>
    public static byte[] Write(ReadOnlySpan<byte> json)
    {
        using var output = new PooledBuffer(json.Length + 16);
        Write(json, output, MaxDepth, reserved: null);
        return output.Written.ToArray();
    }

    /// <param name="reserved">A name that may not occur.</param>
    internal static void Write(ReadOnlySpan<byte> json, PooledBuffer output, int maxDepth, string? reserved)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        using var writer = new CanonicalWriter(output, reserved);
        try
        {
            reader.Read();
            writer.Value(ref reader);
            reader.Read();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The reader reports lone surrogates and bytes that are not UTF-8 as an invalid operation.
            throw new LedgerFormatException($"Not JSON that can be made canonical: {wrong.Message}", wrong);
        }
    }
}
