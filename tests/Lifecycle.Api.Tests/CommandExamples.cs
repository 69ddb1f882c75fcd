using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>The examples of the API reference, as anybody can fetch them.</summary>
internal static class CommandExamples
{
    private static readonly SemaphoreSlim Once = new(1);
    private static JsonElement? _document;

    public static async Task<JsonElement> DocumentAsync(Service service)
    {
        await Once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _document ??= await service.Nobody().ReadAsync("/openapi/v1.json");
        }
        finally
        {
            Once.Release();
        }
    }

    public static async Task<JsonElement> OfAsync(Service service, string verb) =>
        (await DocumentAsync(service)).GetProperty("paths").GetProperty($"/api/v1/recommendations/{{reference}}/{verb}")
            .GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
}
