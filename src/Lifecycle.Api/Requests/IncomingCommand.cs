using System.Diagnostics;
using Lifecycle.Api.Problems;
using Lifecycle.Application;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Requests;

/// <summary>A command as it came in: its content, and what came with it.</summary>
internal sealed record IncomingCommand<T>(T Content, Request Request);

/// <summary>How every command comes in over HTTP: strict body, circumstances, retry key.</summary>
internal static class IncomingCommand
{
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">Most bytes of the body.</param>
    /// <param name="version">The version that the caller saw, where the command is about one record.</param>
    /// <returns>The command, or the problem with it.</returns>
    public static async Task<(IncomingCommand<T>? Command, ProblemResult? Problem)> ReadAsync<T>(HttpContext context, int maxBytes, long? version = null)
    {
        var (body, malformed) = await JsonBodyReader.ReadAsync<T>(context, maxBytes);
        if (body is null)
            return (null, malformed);
        var (retry, badKey) = Preconditions.Retry(context.Request, body.Bytes);
        if (badKey is not null)
            return (null, badKey);
        var (effectiveOn, source) = body.Circumstances;
        return (new(body.Content, new Request(effectiveOn, version, source, retry, Activity.Current?.TraceId.ToString())), null);
    }
}
