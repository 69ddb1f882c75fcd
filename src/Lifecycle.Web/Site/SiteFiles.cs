using Microsoft.Net.Http.Headers;

namespace Lifecycle.Web.Site;

/// <summary>Style sheet, script and icon: the same for everybody, and kept by browsers as long as the hash in their address stays.</summary>
internal static class SiteFiles
{
    public static void UseSiteFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = static file => file.Context.Response.Headers[HeaderNames.CacheControl] =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=300",
    });
}
