using System.Diagnostics;
using System.Globalization;
using Lifecycle.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Problems;

/// <summary>Sends a problem. The only place where problem details are written.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    public const string ContentType = "application/problem+json";

    /// <summary>What is wrong with this very request; the problem's general advice when there is nothing more to say.</summary>
    public string? Detail { get; init; }

    public IReadOnlyList<FieldError>? Errors { get; init; }

    public long? Version { get; init; }

    public string? Rule { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        // Not with the token of the request: a request that timed out still gets its answer, once.
        return response.WriteAsJsonAsync(ToBody(), ApiJson.Options, ContentType, CancellationToken.None);
    }

    private ProblemBody ToBody() => new(
        problem.Type, problem.Title, problem.Status, Detail ?? problem.WhatToDo, problem.Code,
        Activity.Current?.TraceId.ToString(), Errors, Version, Rule);
}
