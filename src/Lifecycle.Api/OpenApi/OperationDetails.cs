using System.Text.Json;
using System.Text.Json.Nodes;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lifecycle.Api.OpenApi;

/// <summary>Adds to each operation what its endpoint says of itself: parameters, examples and the problems it can answer with.</summary>
internal sealed class OperationDetails : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId = OperationIds.Of(context.Description);
        AddParameters(operation, metadata);
        AddExamples(operation, metadata);
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, cancellationToken);
        context.Document!.AddComponent(nameof(Problem), schema);
        AddProblems(operation, metadata, new OpenApiSchemaReference(nameof(Problem), context.Document));
    }

    private static void AddParameters(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var parameter in metadata.OfType<QueryParameters>().SelectMany(query => query.All))
            operation.Parameters.Add(ParameterSchemas.Query(parameter));
        if (metadata.OfType<TakesPreconditions>().FirstOrDefault() is not { } preconditions)
            return;
        if (preconditions.IfMatch)
            operation.Parameters.Add(ParameterSchemas.IfMatch());
        operation.Parameters.Add(ParameterSchemas.IdempotencyKey());
    }

    private static void AddExamples(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<RequestExample>().FirstOrDefault() is { } request)
            SetExample(operation.RequestBody?.Content, request.Value);
        foreach (var response in metadata.OfType<ResponseExample>())
            SetExample(operation.Responses?[$"{response.Status}"].Content, response.Value);
    }

    private static void SetExample(IDictionary<string, OpenApiMediaType>? content, object value)
    {
        foreach (var media in content?.Values ?? [])
            media.Example = value as JsonNode ?? JsonSerializer.SerializeToNode(value, value.GetType(), ApiJson.Options);
    }

    private static void AddProblems(OpenApiOperation operation, IList<object> metadata, IOpenApiSchema schema)
    {
        operation.Responses ??= [];
        var all = metadata.OfType<PossibleProblems>().SelectMany(possible => possible.All).Distinct();
        foreach (var status in all.GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            operation.Responses[$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join("; ", status.Select(problem => problem.Title)),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemResult.ContentType] = new() { Schema = schema, Examples = Examples(status) },
                },
            };
        }
    }

    private static Dictionary<string, IOpenApiExample> Examples(IEnumerable<Problem> problems) => problems.ToDictionary(
        problem => problem.Code,
        IOpenApiExample (problem) => new OpenApiExample
        {
            Summary = problem.Title,
            Value = JsonSerializer.SerializeToNode(
                new ProblemBody(problem.Type, problem.Title, problem.Status, problem.WhatToDo, problem.Code, "0af7651916cd43dd8448eb211c80319c"),
                ApiJson.Options),
        });
}
