using Lifecycle.Domain;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lifecycle.Api.OpenApi;

/// <summary>Adds to the bodies of commands the two fields that every one may carry, and says that no others are taken.</summary>
internal sealed class SchemaDetails : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (!context.JsonTypeInfo.Type.IsAssignableTo(typeof(Command)))
            return Task.CompletedTask;
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
        return Task.CompletedTask;
    }
}
