using System.Buffers;
using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>What a bundle claims to hold.</summary>
public enum BundleScope
{
    /// <summary>Every leaf of the log.</summary>
    Log,

    /// <summary>Every leaf of the streams that occur in it.</summary>
    Streams,

    /// <summary>Chosen leaves: nothing is claimed about the others.</summary>
    Selection,
}

/// <summary>An entry of the bundle, as the manifest lists it.</summary>
/// <param name="Sha256">Null for entries that are proved without it, and only for them.</param>
internal sealed record ManifestEntry(string Name, long Length, string? Sha256);

/// <summary>The bundle's table of contents; canonical JSON.</summary>
/// <param name="Request">What was asked for, a JSON object in the exporting program's words.</param>
internal sealed record BundleManifest(string Origin, long Size, long Leaves, BundleScope Scope, byte[] Request, IReadOnlyList<ManifestEntry> Entries)
{
    public const string Format = "lifecycle-ledger/1";

    /// <exception cref="LedgerFormatException">Not a manifest, or not in its one canonical form.</exception>
    public static BundleManifest Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format) throw new LedgerFormatException($"The bundle is not of the format {Format}.");
            var manifest = new BundleManifest(
                root.GetProperty("origin").GetString()!,
                Whole.Parse(root.GetProperty("size").GetRawText()),
                Whole.Parse(root.GetProperty("leaves").GetRawText()),
                Enum.GetValues<BundleScope>().Single(scope => Word(scope) == root.GetProperty("scope").GetString()),
                CanonicalJson.Write(JsonSerializer.SerializeToUtf8Bytes(root.GetProperty("request"))),
                [.. root.GetProperty("entries").EnumerateArray().Select(Entry)]);
            return manifest.ToBytes().AsSpan().SequenceEqual(bytes)
                ? manifest
                : throw new LedgerFormatException("The manifest is not canonical JSON of exactly the members that it should have.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new LedgerFormatException($"The manifest is not one: {wrong.Message}", wrong);
        }
    }

    public byte[] ToBytes()
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("entries");
            foreach (var entry in Entries)
            {
                writer.WriteStartObject();
                writer.WriteNumber("length", entry.Length);
                writer.WriteString("name", entry.Name);
                if (entry.Sha256 is not null) writer.WriteString("sha256", entry.Sha256);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("format", Format);
            writer.WriteNumber("leaves", Leaves);
            writer.WriteString("origin", Origin);
            writer.WritePropertyName("request");
            writer.WriteRawValue(Request);
            writer.WriteString("scope", Word(Scope));
            writer.WriteNumber("size", Size);
            writer.WriteEndObject();
        }

        var bytes = CanonicalJson.Write(json.WrittenSpan);
        return Request[0] == '{' ? bytes : throw new LedgerFormatException("The request of a manifest is a JSON object.");
    }

    private static ManifestEntry Entry(JsonElement entry)
    {
        var name = entry.GetProperty("name").GetString()!;
        // A digest where none should be is not written again, and so refused.
        var sha256 = BundleNames.IsProved(name) ? null : entry.GetProperty("sha256").GetString();
        return new(name, Whole.Parse(entry.GetProperty("length").GetRawText()), sha256);
    }

#pragma warning disable CA1308 // The words of the format are lower case.
    private static string Word(BundleScope scope) => scope.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
