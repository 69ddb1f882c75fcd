using Lifecycle.Application;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages;

/// <summary>What went wrong, and what to do.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
internal sealed class ProblemModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        var trouble = HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed ? Trouble.Of(failed.Error) : null;
        (Response.StatusCode, Heading, Advice) = (trouble?.Kind, status) switch
        {
            (TroubleKind.Busy, _) => (503, "Too many people are saving at once", "Nothing was saved. Go back and try again in a moment."),
            (TroubleKind.Unreachable, _) => (503, "The service cannot be reached at the moment", "We do not know whether your last entry was saved. Look at the record's history before you enter it again."),
            (TroubleKind.LostRace, _) => (409, "Somebody else acted first", "Nothing was saved. Go back, look at what changed, and decide again."),
            (_, 404) => (404, "Page not found", "There is no such page or record, or it is not one that you may see. Check the address, or search in the register."),
            (_, 400) => (400, "That did not work", "The page may have been open for too long. Go back, load it again and try once more. Nothing was saved."),
            (_, 403) => (403, "You cannot do this", "Your role does not allow it. The record's page says who can."),
            (_, 503) => (503, "The service is busy", "Too many people are using it at this moment, and nothing was saved. Wait a few seconds, then go back and try again."),
            (_, 413) => (413, "That is too large", "Nothing was saved. Send a smaller file, or fewer records at once."),
            (_, { } other) when trouble is null => (other, "That did not work", "Nothing was saved. Go back and try again."),
            _ => (500, "Sorry, there is a problem with the service", "Try again later. What was confirmed before is kept."),
        };
        if (Response.StatusCode == StatusCodes.Status503ServiceUnavailable) Response.Headers.RetryAfter = "5";
    }
}
