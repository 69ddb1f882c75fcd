using Lifecycle.Domain;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lifecycle.Api.OpenApi;

/// <summary>Adds to the bodies of commands the two fields that every one may carry, says that no others are taken, and describes times.</summary>
internal sealed class SchemaDetails : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset))
            DescribeTime(schema, mayBeNull: type != typeof(DateTimeOffset));
        else if (type.IsAssignableTo(typeof(Command)))
            DescribeCommand(schema);
        return Task.CompletedTask;
    }

    private static void DescribeTime(OpenApiSchema schema, bool mayBeNull)
    {
        schema.Type = mayBeNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Format = "date-time";
    }

    private static void DescribeCommand(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["effectiveOn"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String | JsonSchemaType.Null,
            Format = "date",
            Description = "The day it happened in the world, never in the future. Today when left out.",
        };
        schema.Properties["source"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String | JsonSchemaType.Null,
            Description = "Where it was copied from, for example the page of a letter. Needed when you enter what HMICFRS decided.",
        };
        schema.AdditionalPropertiesAllowed = false;
    }
}
