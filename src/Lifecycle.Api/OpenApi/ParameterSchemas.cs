using System.Globalization;
using System.Text.Json.Nodes;
using Lifecycle.Api.Requests;
using Microsoft.OpenApi;

namespace Lifecycle.Api.OpenApi;

/// <summary>Parameters and headers in the words of OpenAPI.</summary>
internal static class ParameterSchemas
{
    public static OpenApiParameter Query(QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.Required,
        Description = parameter.Description,
        Example = parameter.Range is null ? parameter.Example : JsonNode.Parse(parameter.Example),
        Explode = !parameter.Many,
        Schema = parameter.Many
            ? new OpenApiSchema { Type = JsonSchemaType.Array, UniqueItems = true, Items = SchemaOf(parameter) }
            : SchemaOf(parameter),
    };

    public static OpenApiParameter IfMatch() => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Required = true,
        Description = "The ETag of the record as you read it. When somebody has acted since, the answer is 412.",
        Example = "\"3\"",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^\"[0-9]+\"$" },
    };

    public static OpenApiParameter IdempotencyKey() => new()
    {
        Name = Preconditions.IdempotencyKey,
        In = ParameterLocation.Header,
        Description = "Your own key for this request, for example a UUID. Repeating the request with it within 24 hours does nothing twice.",
        Example = "6f1c2a90-5a0e-4b1c-9a52-0f7c0f2a1d11",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = Preconditions.MaxKeyLength },
    };

    private static OpenApiSchema SchemaOf(QueryParameter parameter) => parameter.Range is { } range
        ? new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = range.Min.ToString(CultureInfo.InvariantCulture),
            Maximum = range.Max.ToString(CultureInfo.InvariantCulture),
        }
        : new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Format = parameter.Format,
            Enum = parameter.Words?.Select(word => (JsonNode)word).ToList(),
        };
}
