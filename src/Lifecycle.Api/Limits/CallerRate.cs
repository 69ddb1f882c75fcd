using System.Threading.RateLimiting;
using Lifecycle.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Lifecycle.Api.Limits;

/// <summary>Gives every caller a bucket of requests that refills steadily; who is not signed in shares one per address.</summary>
internal static class CallerRate
{
    public const string Policy = "caller";

    public static void Configure(RateLimiterOptions options, ApiLimits limits)
    {
        options.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => Bucket(limits)));
        options.OnRejected = (rejected, _) => new ValueTask(Refuse(rejected));
    }

    private static string KeyOf(HttpContext context) =>
        Callers.Find(context.User)?.Actor ?? $"address {context.Connection.RemoteIpAddress}";

    private static TokenBucketRateLimiterOptions Bucket(ApiLimits limits) => new()
    {
        TokenLimit = limits.Burst,
        TokensPerPeriod = limits.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };

    private static Task Refuse(OnRejectedContext rejected) => new ProblemResult(RequestProblems.TooManyRequests)
    {
        RetryAfter = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
    }.ExecuteAsync(rejected.HttpContext);
}
