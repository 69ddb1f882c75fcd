using Lifecycle.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api;

/// <summary>Answers those who are not signed in with problem details, whichever authentication schemes there are, or none.</summary>
internal sealed class SignInResult : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Succeeded ? next(context) : new ProblemResult(RequestProblems.NotSignedIn).ExecuteAsync(context);
}
