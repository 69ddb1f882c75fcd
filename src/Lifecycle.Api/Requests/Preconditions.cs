using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lifecycle.Api.Problems;
using Lifecycle.Application;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Requests;

/// <summary>The headers that make a command safe to send: If-Match and Idempotency-Key.</summary>
internal static class Preconditions
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const int MaxKeyLength = 200;

    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller has seen, or the problem with saying so.</summary>
    public static (long Version, ProblemResult? Problem) IfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0)
            return (0, new ProblemResult(RequestProblems.IfMatchMissing));
        return header.Length > 2 && header[0] == '"' && header[^1] == '"'
            && long.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (version, null)
            : (0, RequestProblems.Refuse([new FieldError("If-Match", "If-Match must be the ETag of the record as you read it, for example \"3\".")]));
    }

    /// <summary>The caller's key for safe retries, null when there is none, or the problem with it.</summary>
    public static (RetryKey? Key, ProblemResult? Problem) Retry(HttpRequest request, byte[] body)
    {
        var key = request.Headers[IdempotencyKey].ToString();
        if (key.Length == 0)
            return (null, null);
        return key.Length <= MaxKeyLength && key.All(c => c is > ' ' and <= '~')
            ? (new RetryKey(key, Fingerprint(request, body)), null)
            : (null, RequestProblems.Refuse([new FieldError(IdempotencyKey, $"{IdempotencyKey} must be 1 to {MaxKeyLength} visible ASCII characters, for example a UUID.")]));
    }

    // What was asked (address and content), so that the same key for another request is found out.
    private static string Fingerprint(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
