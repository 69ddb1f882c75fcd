using System.Diagnostics;
using Lifecycle.Api.Limits;
using Lifecycle.Api.Problems;
using Lifecycle.Application;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Api.Requests;

/// <summary>A command as it came in: its content, and what came with it.</summary>
internal sealed record IncomingCommand<T>(T Content, Request Request);

/// <summary>How every command comes in over HTTP: strict body, circumstances, retry key, and a place to be worked on.</summary>
internal static class IncomingCommand
{
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">Most bytes of the body.</param>
    /// <param name="version">The version that the caller saw, where the command is about one record.</param>
    /// <param name="give">Gives the command to the application. A place is held only meanwhile, not while a slow client sends.</param>
    public static async Task<IResult> GiveAsync<T>(
        HttpContext context, int maxBytes, long? version, Func<IncomingCommand<T>, Task<IResult>> give)
    {
        var (command, problem) = await ReadAsync<T>(context, maxBytes, version);
        if (command is null)
            return problem!;
        using var place = await context.RequestServices.GetRequiredService<Admission>().EnterAsync(context.RequestAborted);
        return place.IsAcquired ? await give(command) : Admission.Refusal;
    }

    private static async Task<(IncomingCommand<T>? Command, ProblemResult? Problem)> ReadAsync<T>(HttpContext context, int maxBytes, long? version)
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
