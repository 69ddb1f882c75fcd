using Lifecycle.Web.Meeting;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.SignOff;

/// <summary>What became of our decisions? Which were stored, and why the others were not.</summary>
internal sealed class ResultModel(Viewer viewer, Meetings meetings) : PageModel
{
    public SignOffMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<MeetingItem> Stored => [.. Meeting.Items.Where(item => item.Result is { Stored: true })];

    public IReadOnlyList<MeetingItem> Left => [.. Meeting.Left];

    public IActionResult OnGet() => Elsewhere() is { } elsewhere ? elsewhere : Page();

    /// <summary>Another meeting on what was not stored.</summary>
    public IActionResult OnPostAgain()
    {
        if (Elsewhere() is { } elsewhere) return elsewhere;
        meetings.Keep(viewer.Caller, Meeting.Again());
        return LocalRedirect(Links.MeetingItem(1));
    }

    public IActionResult OnPostFinish()
    {
        meetings.End(viewer.Caller);
        return LocalRedirect(viewer.Links.Queue());
    }

    private LocalRedirectResult? Elsewhere()
    {
        if (meetings.Find(viewer.Caller) is not { } meeting) return LocalRedirect(viewer.Links.QueueAfterLoss());
        Meeting = meeting;
        return meeting.IsOver ? null : LocalRedirect(Links.MeetingReview);
    }
}
