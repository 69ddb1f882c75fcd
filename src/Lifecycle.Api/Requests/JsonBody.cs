using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lifecycle.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Requests;

/// <summary>The body of a command: its bytes, its content, and the circumstances that every body may carry.</summary>
/// <param name="Bytes">As received, for the fingerprint of a retry.</param>
/// <param name="Content">The command.</param>
/// <param name="Circumstances">When it happened and where it was copied from.</param>
internal sealed record JsonBody<T>(byte[] Bytes, T Content, Circumstances Circumstances);

/// <summary>What every body may carry beside its own fields.</summary>
/// <param name="EffectiveOn">The day it happened; today when left out.</param>
/// <param name="Source">Where it was copied from, for example the page of a letter.</param>
internal sealed record Circumstances(DateOnly? EffectiveOn = null, string? Source = null)
{
    public static IReadOnlyList<string> Fields { get; } = ["effectiveOn", "source"];
}

/// <summary>Reads a JSON body strictly: within the size limit, one document, no unknown or repeated fields.</summary>
internal static class JsonBodyReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = ApiJson.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The body, or the problem with it.</summary>
    public static async Task<(JsonBody<T>? Body, ProblemResult? Problem)> ReadAsync<T>(HttpContext context, int maxBytes)
    {
        if (!context.Request.HasJsonContentType())
            return (null, new ProblemResult(RequestProblems.UnsupportedMediaType));
        if (await ReadBytesAsync(context.Request, maxBytes, context.RequestAborted) is not { } bytes)
            return (null, new ProblemResult(RequestProblems.BodyTooLarge) { Detail = $"Send at most {maxBytes:N0} bytes." });
        if (!Utf8.IsValid(bytes))
            return (null, Malformed([new FieldError("body", "body must be UTF-8.")]));
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return Read<T>(bytes, document.RootElement);
        }
        catch (JsonException e)
        {
            return (null, Malformed([new FieldError("body", $"body is not valid JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.")]));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair can be parsed as JSON but not read as text.
            return (null, Malformed([new FieldError("body", "body contains a \\u escape that is no character.")]));
        }
    }

    private static (JsonBody<T>?, ProblemResult?) Read<T>(byte[] bytes, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return (null, Malformed([new FieldError("body", "body must be a JSON object.")]));
        var (own, common) = Split(root, typeof(T));
        var errors = JsonShape.Check(own, typeof(T)).Concat(JsonShape.Check(common, typeof(Circumstances))).ToList();
        return errors.Count > 0
            ? (null, Malformed(errors))
            : (new JsonBody<T>(bytes, own.Deserialize<T>(ApiJson.Options)!, common.Deserialize<Circumstances>(ApiJson.Options)!), null);
    }

    // What every body may carry goes to the circumstances, and to the command too where it has such a field of its own.
    private static (JsonElement Own, JsonElement Common) Split(JsonElement root, Type type)
    {
        var fields = ApiJson.Options.GetTypeInfo(type).Properties.Select(property => property.Name).ToHashSet();
        var own = new JsonObject();
        var common = new JsonObject();
        foreach (var member in root.EnumerateObject())
        {
            var isCommon = Circumstances.Fields.Contains(member.Name);
            if (isCommon)
                common.Add(member.Name, JsonNode.Parse(member.Value.GetRawText()));
            if (!isCommon || fields.Contains(member.Name))
                own.Add(member.Name, JsonNode.Parse(member.Value.GetRawText()));
        }

        return (JsonSerializer.SerializeToElement(own), JsonSerializer.SerializeToElement(common));
    }

    // Null when there are more bytes than allowed; the rest is left unread.
    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
            return null;
        using var read = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (read.Length + count > maxBytes)
                return null;
            read.Write(chunk, 0, count);
        }

        return read.ToArray();
    }

    private static ProblemResult Malformed(IReadOnlyList<FieldError> errors) => RequestProblems.Refuse(errors);
}
