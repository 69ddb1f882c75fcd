namespace Lifecycle.Application;

/// <summary>What comes with a command besides its content.</summary>
/// <param name="EffectiveOn">The day it happened; null is today in London (for a correction: the day of the raise).</param>
/// <param name="ExpectedVersion">The version that the caller saw; null to accept any, as an import does.</param>
/// <param name="Source">Where it was transcribed from, when it was.</param>
/// <param name="Retry">Lets a retry find the outcome of the first try.</param>
/// <param name="CorrelationId">Trace id.</param>
public sealed record Request(
    DateOnly? EffectiveOn = null,
    long? ExpectedVersion = null,
    string? Source = null,
    RetryKey? Retry = null,
    string? CorrelationId = null);

/// <summary>The caller's Idempotency-Key and a digest of what was sent with it.</summary>
public sealed record RetryKey(string Key, string Fingerprint);
