using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Lifecycle.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages;

/// <summary>What waits for me? Always of now: nobody can work on yesterday.</summary>
internal sealed class IndexModel(Viewer viewer, Reads reads) : PageModel
{
    private const int Few = 5, Many = 50;

    private List<OwnerCount> _posts = [];

    public IReadOnlyList<HomeList> Lists { get; private set; } = [];

    public IReadOnlyDictionary<WorkList, long> Counts { get; private set; } = new Dictionary<WorkList, long>();

    public IReadOnlyDictionary<WorkList, Page<WorkItem>> Items { get; private set; } = new Dictionary<WorkList, Page<WorkItem>>();

    /// <summary>What waits for the viewer's own sign-off; null when they sign nothing off.</summary>
    public Page<QueueItem>? Queue { get; private set; }

    public BoardHome? Board { get; private set; }

    /// <summary>The one list that is shown whole; null when all are shown in short.</summary>
    public HomeList? Whole { get; private set; }

    public int Number { get; private set; } = 1;

    public static int WholeSize => Many;

    public bool Searches => viewer.Caller.Role is Role.Auditor or Role.Admin or Role.Hmi;

    /// <summary>Auditors and administrators have no lists: nothing waits for them.</summary>
    public string Heading => Lists.Count == 0 && Queue is null && Board is null ? "Find, replay and verify" : "What waits for you";

    /// <summary>The body whose lists these are: a liaison lead's is the force watched.</summary>
    public string Body { get; private set; } = "";

    /// <summary>A post that the viewer answers for: records name it as their owner, and not an account.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    public bool AsksForPost => Lists.Any(list => list.List == WorkList.Mine);

    /// <summary>The posts that the body's open records name, to choose from.</summary>
    public IReadOnlyList<Choice> Suggested => [.. _posts.Select(post => new Choice(post.Owner, Wording.Count(post.Open, "open record", "open records")))];

    /// <summary>No open record names what was typed.</summary>
    public bool PostIsUnknown => Owner is not null && _posts.Count < OwnerCount.Most && !_posts.Any(post => post.Owner == Owner);

    public async Task<IActionResult> OnGetAsync(string? list, [FromQuery(Name = "page")] int? number, CancellationToken cancellation)
    {
        var caller = viewer.Caller;
        Body = caller.Role == Role.Fll ? caller.Sees![0] : caller.Body;
        Lists = HomeLists.Of(caller.Role);
        if (list is not null && (Whole = Lists.FirstOrDefault(one => one.Name == list)) is null) return NotFound();
        Number = Math.Clamp(number ?? 1, 1, Paging.MaxNumber);
        if (Whole is null && caller.Role is Role.Fll or Role.Chief or Role.Hmi)
            Queue = await reads.QueueAsync(caller, new AsOf(viewer.Today), new Paging(1, Few), cancellation);
        if (caller.Role is Role.Board or Role.Pcc)
            Board = await BoardHome.ReadAsync(reads, caller, viewer.Today, cancellation);
        if (Lists.Count > 0) await ReadListsAsync(caller, cancellation);
        return Page();
    }

    private async Task ReadListsAsync(Caller caller, CancellationToken cancellation)
    {
        if (AsksForPost) _posts = await reads.OwnersAsync(caller, Body, cancellation);
        Owner = AsksForPost && Owner?.Trim() is { Length: > 0 } typed ? AsRecordsName(typed) : null;
        string[]? mine = Owner is null ? null : [Owner];
        Counts = await reads.WorkCountsAsync(caller, Body, mine, cancellation);
        var items = new Dictionary<WorkList, Page<WorkItem>>();
        foreach (var one in Lists.Where(one => Counts[one.List] > 0 && (Whole is null || one == Whole)))
            items[one.List] = await reads.WorkAsync(caller, Body, one.List, mine, Whole is null ? new Paging(1, Few) : new Paging(Number, Many), cancellation);
        Items = items;
    }

    // Records say head-of-custody, and people Head of custody.
    private string AsRecordsName(string typed)
    {
        static string Plain(string post) => post.Replace('-', ' ').ToUpperInvariant();
        return _posts.FirstOrDefault(post => post.Owner == typed)?.Owner ?? _posts.FirstOrDefault(post => Plain(post.Owner) == Plain(typed))?.Owner ?? typed;
    }
}
