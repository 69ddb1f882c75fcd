using Lifecycle.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Limits;

/// <summary>Refuses addresses and headers that are longer than any honest client's, before anything reads them.</summary>
internal sealed class RequestLength(RequestDelegate next, IOptions<ApiLimits> limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if ((request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > limits.Value.AddressLength)
            return new ProblemResult(RequestProblems.AddressTooLong).ExecuteAsync(context);
        return request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0)) > limits.Value.HeadersLength
            ? new ProblemResult(RequestProblems.HeadersTooLong).ExecuteAsync(context)
            : next(context);
    }
}
