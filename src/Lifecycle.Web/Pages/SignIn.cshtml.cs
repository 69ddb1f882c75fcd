using System.Security.Claims;
using Lifecycle.Api;
using Lifecycle.Api.Demo;
using Lifecycle.Domain;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages;

/// <summary>Who are you? In a demo one says so; the force comes first, so that nobody reads through three hundred people.</summary>
internal sealed class SignInModel(SignInOptions options) : PageModel
{
    private const string UsualForce = "west-mercia";

    public bool Demo => options.Demo;

    public string Force { get; private set; } = UsualForce;

    public string? ReturnTo { get; private set; }

    public static IEnumerable<Body> Forces => Bodies.All
        .Where(body => body.Kind is not (BodyKind.Inspectorate or BodyKind.NationalBody)).OrderBy(body => body.Name, StringComparer.Ordinal);

    /// <summary>Those of the chosen force, of HMICFRS, and of national bodies.</summary>
    public IEnumerable<(string Heading, IEnumerable<DemoPersona> People)> Groups =>
    [
        (Wording.Body(Force), DemoPersonas.All.Where(one => one.Body == Force)),
        ("HMICFRS and audit", DemoPersonas.All.Where(one => one.Body == Bodies.Hmicfrs)),
        ("National bodies", DemoPersonas.All.Where(one => one.Role == Role.National)),
    ];

    public void OnGet(string? force, string? returnTo) => Show(force, returnTo);

    public async Task<IActionResult> OnPostAsync(string? persona, string? force, string? returnTo)
    {
        Show(force, returnTo);
        if (!Demo) return Page();
        if (DemoPersonas.Find(persona ?? "") is not { } chosen)
        {
            ModelState.AddModelError("persona", "Choose who you are.");
            return Page();
        }

        ClaimsPrincipal principal = Callers.Principal(chosen.Actor, chosen.Role, chosen.Body, SiteSetup.Scheme);
        await HttpContext.SignInAsync(SiteSetup.Scheme, principal);
        return LocalRedirect(ReturnTo ?? Links.Home);
    }

    private void Show(string? force, string? returnTo)
    {
        if (force is not null && Forces.Any(body => body.Id == force)) Force = force;
        // Only within this site: a sign-in page that leads anywhere is a gift to whoever sends letters in our name.
        ReturnTo = Url.IsLocalUrl(returnTo) ? returnTo : null;
    }
}
