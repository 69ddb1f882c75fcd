using System.IO.Compression;
using Lifecycle.Web.BringIn;
using Lifecycle.Web.Verifying;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Lifecycle.Web.Site;

/// <summary>The pages, and what a browser's session needs.</summary>
internal static class SiteSetup
{
    /// <summary>The scheme that signs a browser in. The API does not take it, so that no other site can use a person's session for a command.</summary>
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Policy = "pages";
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    /// <param name="keys">Folder of the keys that sessions are protected with.</param>
    public static void AddSite(this IServiceCollection services, SignInOptions signIn, string keys)
    {
        services.AddSingleton(signIn);
        services.AddHttpContextAccessor();
        services.AddScoped<Viewer>();
        services.AddSingleton<HeldUploads>().AddHostedService<ImportWorker>();
        services.AddSingleton<VerificationRun>().AddHostedService(provider => provider.GetRequiredService<VerificationRun>());
        services.AddSingleton<Meeting.Meetings>();
        services.AddSingleton<Meeting.GiveDecisions>();
        services.AddDataProtection().SetApplicationName("lifecycle").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddAuthentication().AddCookie(Scheme, Session);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "lifecycle.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/", Policy);
            foreach (var page in (string[])["/SignIn", "/Problem", "/Accessibility"])
                options.Conventions.AllowAnonymousToPage(page);
        }).AddMvcOptions(options =>
        {
            options.Filters.Add<PointInTimeFilter>();
            // What a field needs is said by the page, in words.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        services.AddResponseCompression(options =>
        {
            // The form tokens in a page are masked anew for each answer, so that its length tells nothing.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>Whether an address belongs to the pages and not to the API.</summary>
    public static bool Owns(HttpContext context) => !ApiPaths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));

    private static readonly string[] ApiPaths = ["/api", "/openapi", "/problems", "/health"];

    private static void Session(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "lifecycle.session";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = Links.SignIn;
        options.AccessDeniedPath = Links.SignIn;
        options.ReturnUrlParameter = "returnTo";
        options.ExpireTimeSpan = WorkingDay;
        options.SlidingExpiration = true;
    }
}

/// <summary>How people sign in.</summary>
/// <param name="Demo">By saying who they are, on this machine only.</param>
internal sealed record SignInOptions(bool Demo);
