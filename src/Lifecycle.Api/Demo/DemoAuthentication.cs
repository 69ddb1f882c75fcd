using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Demo;

/// <summary>Takes "Authorization: Bearer demo.…" at its word. Registered in demo mode only.</summary>
internal sealed class DemoAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Demo";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        return DemoPersonas.Find(header[Bearer.Length..].Trim()) is { } persona
            ? AuthenticateResult.Success(new(Callers.Principal(persona.Actor, persona.Role, persona.Body, SchemeName), SchemeName))
            : AuthenticateResult.Fail("There is no such persona.");
    }
}
