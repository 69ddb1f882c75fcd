using Lifecycle.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api;

/// <summary>
/// Answers those who are not signed in with problem details, whichever authentication schemes there are, or none. A policy that
/// names its schemes, as the host's pages do, leaves the answer to them.
/// </summary>
internal sealed class SignInResult : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _ofTheScheme = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded ? next(context)
        : policy.AuthenticationSchemes.Count > 0 ? _ofTheScheme.HandleAsync(next, context, policy, authorizeResult)
        : new ProblemResult(RequestProblems.NotSignedIn).ExecuteAsync(context);
}
