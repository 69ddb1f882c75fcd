using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Problems;

/// <summary>Problems that the host answers with in the API's place.</summary>
public static class ServiceProblems
{
    /// <summary>The service listens but is not ready.</summary>
    public static IResult Starting { get; } = new ProblemResult(RequestProblems.Unavailable) { RetryAfter = TimeSpan.FromSeconds(2) };
}
