using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.ReadModels;
using Lifecycle.Web.Meeting;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.SignOff;

/// <summary>What waits for a sign-off? And which of it do we take into a meeting?</summary>
internal sealed class QueueModel(Reads reads, Viewer viewer, AuthorityRules rules, Meetings meetings) : PageModel
{
    // A page is what one meeting takes.
    public const int Size = SignOffMeeting.MostRecords;

    public Page<QueueItem> Waiting { get; private set; } = new([], 0);

    public IReadOnlyList<BodyWaiting> AllBodies { get; private set; } = [];

    /// <summary>Only the records of this body; null is all.</summary>
    public string? Body { get; private set; }

    public int Number { get; private set; } = 1;

    public SignOffMeeting? UnderWay { get; private set; }

    /// <summary>Whoever looks was in a meeting that is no longer there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Lost { get; set; }

    /// <summary>Whoever decides, and decides now, can hold a meeting.</summary>
    public bool MayDecide => viewer.Caller.Role is Role.Chief or Role.Fll or Role.Hmi && viewer.AsOf.IsNow;

    public Task OnGetAsync(string? body, [FromQuery(Name = "page")] int? number, CancellationToken cancellation) => LoadAsync(body, number, cancellation);

    /// <summary>Begins a meeting with the chosen records.</summary>
    public async Task<IActionResult> OnPostAsync(string[] record, bool all, string? body, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        await LoadAsync(body, number, cancellation);
        if (!MayDecide) return Forbidden();
        var chosen = Waiting.Items.Where(item => all || record.Contains(item.Waiting.Reference)).Select(item => item.Waiting).ToList();
        if (UnderWay is not null) ModelState.AddModelError("", "A meeting is under way. Go on with it, or end it first.");
        else if (chosen.Count == 0) ModelState.AddModelError("record", "Choose at least one record.");
        if (!ModelState.IsValid) return Page();
        meetings.Keep(viewer.Caller, SignOffMeeting.Of(chosen.Select(one => (one.Reference, one.Title, one.Body))));
        return LocalRedirect(Links.MeetingItem(1));
    }

    /// <summary>Ends the meeting under way. Nothing of it was given.</summary>
    public IActionResult OnPostEnd()
    {
        meetings.End(viewer.Caller);
        return LocalRedirect(viewer.Links.Queue());
    }

    /// <summary>The rule as a sentence that names it.</summary>
    public string RuleOf(QueueItem item) => rules.Rules.First(rule => $"{rule.Id}@{rule.Version}" == item.Rule).Text;

    private async Task LoadAsync(string? body, int? number, CancellationToken cancellation)
    {
        (Body, Number) = (string.IsNullOrEmpty(body) ? null : body, Math.Clamp(number ?? 1, 1, Paging.MaxNumber));
        UnderWay = meetings.Find(viewer.Caller) is { IsOver: false } meeting ? meeting : null;
        AllBodies = await reads.QueueBodiesAsync(viewer.Caller, viewer.AsOf, cancellation);
        Waiting = await reads.QueueAsync(viewer.Caller, Body, viewer.AsOf, new Paging(Number, Size), cancellation);
    }

    private StatusCodeResult Forbidden() => StatusCode(StatusCodes.Status403Forbidden);
}
