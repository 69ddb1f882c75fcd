using System.Text.Json.Nodes;

namespace Lifecycle.Application.Import;

/// <summary>One of our own JSON Schemas, from the embedded file. It is the rule book: what it says is what <see cref="SchemaCheck"/> checks.</summary>
internal static class Schema
{
    private const string RegisterId = "urn:lifecycle:register:1";

    /// <summary>The import format.</summary>
    public static JsonObject Register { get; } = Load("register.schema.json");

    /// <summary>The column mapping of a CSV file.</summary>
    public static JsonObject CsvMapping { get; } = Load("csv-mapping.schema.json");

    /// <summary>A definition of the import format, for example "record".</summary>
    public static JsonObject Definition(string name) => Register["$defs"]![name]!.AsObject();

    /// <summary>Follows $ref, which in our schemas only ever points into the definitions of the import format.</summary>
    public static JsonObject Resolve(JsonNode schema) => (string?)schema["$ref"] is not { } reference
        ? schema.AsObject()
        : Resolve(Definition(reference.Replace(RegisterId, "", StringComparison.Ordinal)["#/$defs/".Length..]));

    private static JsonObject Load(string name)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
