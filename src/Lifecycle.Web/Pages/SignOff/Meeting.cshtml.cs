using System.Globalization;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Acting;
using Lifecycle.Web.Meeting;
using Lifecycle.Web.Pages.Recommendations;
using Lifecycle.Web.Sentences;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.SignOff;

/// <summary>What do we decide on this one? One record of a meeting with all that the decision rests on.</summary>
internal sealed class MeetingModel(Reads reads, Transact transact, Viewer viewer, AuthorityRules rules, Meetings meetings) : PageModel
{
    private ILookup<string, EvidenceShown> _evidence = null!;

    public SignOffMeeting Meeting { get; private set; } = null!;

    /// <summary>1 for the first record.</summary>
    public int Number { get; private set; }

    public MeetingItem Item => Meeting.Items[Number - 1];

    /// <summary>Null when the record is no longer there for this person to see.</summary>
    public RecordPaper? Paper { get; private set; }

    public Recommendation State => Paper!.State;

    public ActRecord Record { get; private set; } = null!;

    public long Version { get; private set; }

    public IReadOnlyList<Telling> Meanwhile { get; private set; } = [];

    /// <summary>Why it cannot be signed off at all; null when it can.</summary>
    public Refusal? WhyNot { get; private set; }

    public ClosureRecommended? Recommended => (State.Stage as Stage.AwaitingSignOffStage)?.Recommended;

    public IReadOnlyList<EvidenceShown> EvidenceOfNoStep => [.. _evidence[""].Where(shown => !shown.Withdrawn)];

    public async Task<IActionResult> OnGetAsync(string? body, int? item, CancellationToken cancellation)
    {
        if (Find(item) is { } elsewhere) return elsewhere(body);
        await LoadAsync(cancellation);
        Version = Paper?.State.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? item, CancellationToken cancellation)
    {
        if (Find(item) is { } elsewhere) return elsewhere(null);
        await LoadAsync(cancellation);
        if (Paper is null) return LocalRedirect(NextAddress());
        if (!long.TryParse(Request.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return BadRequest();
        Version = version;
        var entered = new Entered(Request.Form, ModelState);
        entered.Keep();
        return MeetingForm.Read(entered, Record, Version, ModelState) is { } decision && await IsPossibleAsync(decision, cancellation)
            ? Keep(decision, forAll: entered.Text("forAll") is not null)
            : Page();
    }

    public IReadOnlyList<EvidenceShown> EvidenceOf(Step step) => [.. _evidence[step.Criterion.Id].Where(shown => !shown.Withdrawn)];

    /// <summary>What the field holds before anybody has typed: what was decided before, or the note for all.</summary>
    public string? ValueOf(ActField field) => field.Name switch
    {
        "oversightNote" => Item.Decision?.Note ?? Meeting.Note,
        "channel" => Item.Decision?.Channel ?? Meeting.Channel,
        "missing" => Item.Decision?.Missing,
        _ => null,
    };

    // Where to go instead, when there is nothing to decide here.
    private Func<string?, IActionResult>? Find(int? item)
    {
        if (meetings.Find(viewer.Caller) is not { Items.Count: > 0 } meeting) return body => LocalRedirect(viewer.Links.QueueAfterLoss(body));
        if (meeting.IsOver) return _ => LocalRedirect(Links.MeetingResult);
        (Meeting, Number) = (meeting, Math.Clamp(item ?? 1, 1, meeting.Items.Count));
        return null;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Paper = await reads.RecordPaperAsync(viewer.Caller, Item.Reference, new AsOf(viewer.Today), cancellation);
        if (Paper is null) return;
        _evidence = EvidenceShown.ByStep(Paper);
        WhyNot = Paper.Next.First(act => act.Command == "sign-off").Why;
        Record = new(State, rules, viewer.Today, viewer.Caller, [], NeedsSource: false);
    }

    // Said now rather than at the end, when the meeting is over.
    private async Task<bool> IsPossibleAsync(MeetingDecision decision, CancellationToken cancellation)
    {
        if (MeetingCommands.Of(decision) is not var (verb, command)) return true;
        var outcome = await transact.RehearseAsync(
            viewer.Caller, Item.Reference, verb, command, new Request(ExpectedVersion: decision.Version), cancellation);
        if (outcome is Outcome<Recommendation>.Done) return true;
        if (outcome is Outcome<Recommendation>.Stale)
        {
            (Meanwhile, Version) = (Telling.Since(Paper!.Life, Version), State.Version);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return false;
        }

        var refusal = outcome switch
        {
            Outcome<Recommendation>.Refused refused => refused.Refusal,
            Outcome<Recommendation>.Forbidden forbidden => forbidden.Refusal,
            _ => new Refusal("record_unknown", "The record is no longer there for you to see."),
        };
        var field = RefusalFields.Of(refusal, MeetingForm.FieldsOf(decision.Choice));
        ModelState.AddModelError(field.Length == 0 ? "choice" : field, refusal.Message);
        return false;
    }

    private LocalRedirectResult Keep(MeetingDecision decision, bool forAll)
    {
        var meeting = Meeting.Decide(Number, decision);
        if (forAll && decision.Choice == MeetingChoice.SignOff) meeting = meeting with { Note = decision.Note, Channel = decision.Channel };
        meetings.Keep(viewer.Caller, meeting);
        return LocalRedirect(NextAddress());
    }

    private string NextAddress() =>
        Number < Meeting.Items.Count && Request.Form["go"] != "review" ? Links.MeetingItem(Number + 1) : Links.MeetingReview;
}
