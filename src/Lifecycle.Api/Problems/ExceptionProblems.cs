using System.Data.Common;
using Lifecycle.Application;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lifecycle.Api.Problems;

/// <summary>Turns what went wrong outside the rules (a lost race, an outage, a bug) into problem details, and logs the bugs, once.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await Of(exception).ExecuteAsync(httpContext);
        return true;
    }

    private ProblemResult Of(Exception exception) => Trouble.Of(exception) switch
    {
        { Kind: TroubleKind.LostRace } => new(RequestProblems.Conflict),
        { Kind: TroubleKind.Busy, RetryAfter: var wait } => new(RequestProblems.Busy) { RetryAfter = wait },
        { Kind: TroubleKind.KeyReused } => new(RequestProblems.IdempotencyKeyReused),
        { Kind: TroubleKind.Unreachable } => Unavailable(exception),
        _ when exception is BadHttpRequestException bad => Bad(bad),
        _ when exception is DbException { IsTransient: true } => Unavailable(exception),
        _ => Unexpected(exception),
    };

    private static ProblemResult Bad(BadHttpRequestException bad) => bad.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new(RequestProblems.BodyTooLarge)
        : RequestProblems.Refuse([new FieldError("request", "The request could not be read. Check its address, headers and body.")]);

    private ProblemResult Unavailable(Exception exception)
    {
        LogUnavailable(logger, exception.Message);
        return new(RequestProblems.Unavailable) { RetryAfter = AWhile };
    }

    private ProblemResult Unexpected(Exception exception)
    {
        LogUnexpected(logger, exception);
        return new(RequestProblems.Unexpected);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed unexpectedly")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
