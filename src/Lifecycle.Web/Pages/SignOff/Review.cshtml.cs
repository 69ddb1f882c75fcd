using Lifecycle.Web.Meeting;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.SignOff;

/// <summary>Is this what we decided? All decisions of a meeting on one page, confirmed once.</summary>
internal sealed class ReviewModel(Viewer viewer, Meetings meetings, GiveDecisions decisions) : PageModel
{
    public SignOffMeeting Meeting { get; private set; } = null!;

    public IActionResult OnGet() => Elsewhere() is { } elsewhere ? elsewhere : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Elsewhere() is { } elsewhere) return elsewhere;
        if (Meeting.Decided == 0)
        {
            ModelState.AddModelError("", "Nothing is decided yet. Decide on at least one record.");
            return Page();
        }

        meetings.Keep(viewer.Caller, await decisions.GiveAsync(viewer.Caller, Meeting, viewer.Today, cancellation));
        return LocalRedirect(Links.MeetingResult);
    }

    private LocalRedirectResult? Elsewhere()
    {
        if (meetings.Find(viewer.Caller) is not { } meeting) return LocalRedirect(viewer.Links.QueueAfterLoss());
        Meeting = meeting;
        return meeting.IsOver ? LocalRedirect(Links.MeetingResult) : null;
    }
}
