using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages;

/// <summary>Ends the session. Only by a form: a link or a picture elsewhere signs nobody out.</summary>
internal sealed class SignOutModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Links.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SiteSetup.Scheme);
        return LocalRedirect(Links.SignIn);
    }
}
