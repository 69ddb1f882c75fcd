using Lifecycle.Application;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Board;

/// <summary>What happened since the last meeting?</summary>
internal sealed class ChangesModel(Viewer viewer, Reads reads) : PageModel
{
    /// <summary>Of each sort when all are shown together.</summary>
    public const int FirstFew = 15;

    public const int Size = 50;

    private const int MeetingsOffered = 8;

    public Whose Whose { get; private set; } = null!;

    /// <summary>After this day.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>The day as it stands in the field, readable or not.</summary>
    public string SinceTyped { get; private set; } = "";

    public IReadOnlyList<BoardMeeting> Meetings { get; private set; } = [];

    /// <summary>Open on the day since and as at the day asked for; null is unknown.</summary>
    public (long? Then, long? Now) Open { get; private set; }

    /// <summary>The one list that is shown whole; null shows the first few of each.</summary>
    public ChangeList? Only { get; private set; }

    public int Number { get; private set; }

    public IReadOnlyList<(ChangeList List, Page<Movement> Page)> Lists { get; private set; } = [];

    private IReadOnlyList<MovementCount> Counts { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string? body, string? since, string? what, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        if (Whose.Of(viewer.Caller, body) is not { } whose) return NotFound();
        (Whose, Number) = (whose, Math.Clamp(number ?? 1, 1, Paging.MaxNumber));
        Only = ChangeList.All.FirstOrDefault(list => list.Word == what);
        if (whose.Body is not null)
            Meetings = await reads.BoardMeetingsAsync(viewer.Caller, whose.Body, viewer.AsOf, MeetingsOffered, cancellation);
        ReadSince(since);
        // Beside each other: neither needs the other's answer.
        var counts = reads.MovementCountsAsync(viewer.Caller, whose.Bodies, Since, viewer.AsOf, cancellation);
        var open = OpenAsync(cancellation);
        await Task.WhenAll(counts, open);
        (Counts, Open) = (await counts, await open);
        await ReadListsAsync(cancellation);
        return Page();
    }

    /// <summary>What the day since is, in a sentence.</summary>
    public string WhySince => Meetings.Where(meeting => meeting.On == Since).Select(meeting => meeting.Board).ToList() is [_, ..] boards
        ? $"On {Wording.Of(Since)} records were reported to: {string.Join(", ", boards)}. What happened after that day is new."
        : $"What happened after {Wording.Of(Since)} is new.{(Meetings.Count == 0 ? " No earlier meeting is known." : "")}";

    public long Movements(MovementKind what) => Counts.SingleOrDefault(count => count.What == what)?.Movements ?? 0;

    // What happened on the day of a meeting was told there. Today's meeting has not been held for whoever prepares it.
    private void ReadSince(string? typed)
    {
        var asked = string.IsNullOrWhiteSpace(typed) ? null : PointInTime.Day(typed);
        if (!string.IsNullOrWhiteSpace(typed) && (asked is null || asked > viewer.AsOf.AsAt))
        {
            ModelState.SetModelValue("since", typed, typed);
            ModelState.AddModelError("since", $"Enter a day up to {Wording.Of(viewer.AsOf.AsAt)}, for example 4/9/2023.");
            asked = null;
        }

        Since = asked ?? Meetings.FirstOrDefault(meeting => meeting.On < viewer.AsOf.AsAt)?.On ?? viewer.AsOf.AsAt.AddMonths(-3);
        SinceTyped = $"{Since.Day}/{Since.Month}/{Since.Year}";
    }

    private async Task<(long?, long?)> OpenAsync(CancellationToken cancellation)
    {
        var trend = await reads.TrendAsync(viewer.Caller, Whose.Bodies, [Since, viewer.AsOf.AsAt], viewer.AsOf.KnownAt, cancellation);
        return (On(Since), On(viewer.AsOf.AsAt));

        long? On(DateOnly day)
        {
            var known = trend.Points.Where(point => point.Day == day && point.Open is not null).ToList();
            return known.Count == 0 ? null : known.Sum(point => point.Open);
        }
    }

    private async Task ReadListsAsync(CancellationToken cancellation)
    {
        var lists = new List<(ChangeList, Page<Movement>)>();
        foreach (var list in Only is null ? ChangeList.All : [Only])
        {
            var paging = Only is null ? new Paging(1, FirstFew) : new Paging(Number, Size);
            var total = list.Kinds.Sum(Movements);
            lists.Add((list, new(
                total == 0 ? [] : await reads.MovementsAsync(viewer.Caller, Whose.Bodies, list.Kinds, Since, viewer.AsOf, paging, cancellation), total)));
        }

        Lists = lists;
    }
}
