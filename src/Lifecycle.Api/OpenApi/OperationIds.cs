using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Lifecycle.Api.OpenApi;

/// <summary>Names operations by method and path, so that a generated client keeps its names when endpoints are added.</summary>
internal static class OperationIds
{
    public static string Of(ApiDescription description) =>
        $"{description.HttpMethod}-{description.RelativePath}"
            .Replace("api/v1/", "", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal)
            .Replace('/', '-')
            .ToLowerInvariant();
}
