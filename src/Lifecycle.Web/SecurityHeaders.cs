namespace Lifecycle.Web;

/// <summary>Tells browsers to run nothing but our own files, and to keep no copy of what is somebody's own.</summary>
internal static class SecurityHeaders
{
    // Pictures of the API reference lie in its style sheet as data; nothing else needs an exception.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What is the same for everybody says so itself, with the hash of its content in the address.
        headers.CacheControl = "no-cache, no-store";
        return next(context);
    });
}
