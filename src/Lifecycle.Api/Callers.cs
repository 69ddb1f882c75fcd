using System.Security.Claims;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Lifecycle.Domain;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api;

/// <summary>The seam between signing in and what the API needs to know: any scheme that issues these three claims will do.</summary>
public static class Callers
{
    public const string ActorClaim = "lifecycle:actor";
    public const string RoleClaim = "lifecycle:role";
    public const string BodyClaim = "lifecycle:body";

    /// <summary>An identity for a person.</summary>
    /// <param name="actor">Id of the account, never a name.</param>
    /// <param name="role">The role of this request.</param>
    /// <param name="body">The body served; for a force liaison lead, the force watched.</param>
    /// <param name="scheme">The scheme that vouches for it.</param>
    public static ClaimsPrincipal Principal(string actor, Role role, string body, string scheme) =>
        new(new ClaimsIdentity([new(ActorClaim, actor), new(RoleClaim, Words.Of(role)), new(BodyClaim, body)], scheme));

    /// <summary>Null when nobody is signed in, or the claims are not ours.</summary>
    public static Caller? Find(ClaimsPrincipal user) =>
        user.FindFirstValue(ActorClaim) is { } actor
        && Words.Find<Role>(user.FindFirstValue(RoleClaim) ?? "") is { } role
        && user.FindFirstValue(BodyClaim) is { } body
            ? Application.Caller.For(actor, role, body)
            : null;

    /// <summary>Who is asking. Every endpoint that calls this demands a signed-in caller.</summary>
    internal static Caller Caller(this HttpContext context) => Find(context.User)!;
}
