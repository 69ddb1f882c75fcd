using System.Threading.RateLimiting;
using Lifecycle.Api.Problems;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Limits;

/// <summary>
/// Lets in as many commands as can be answered soon, whoever gives them. The rest are told at once to come again: a queue that
/// only grows helps nobody. Reads are not counted.
/// </summary>
internal sealed class Admission(IOptions<ApiLimits> limits) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = limits.Value.AtOnce,
        QueueLimit = limits.Value.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public static ProblemResult Refusal { get; } = new(RequestProblems.TooManyCommands) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>Whether there is no use in reading another command.</summary>
    public bool IsFull => _places.GetStatistics() is { CurrentAvailablePermits: 0 } full && full.CurrentQueuedCount >= limits.Value.Waiting;

    /// <summary>A place, to be given back by disposing of it; not acquired when too many wait already.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellation) => _places.AcquireAsync(1, cancellation);

    public void Dispose() => _places.Dispose();
}
