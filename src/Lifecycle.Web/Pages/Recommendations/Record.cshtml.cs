using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>Where does this one stand, and what can be done next, by whom?</summary>
internal sealed class RecordModel(Reads reads, Viewer viewer, AuthorityRules rules) : PageModel
{
    private ILookup<string, EvidenceShown> _evidence = null!;

    public RecordPaper Paper { get; private set; } = null!;

    public Recommendation State => Paper.State;

    public DateOnly AsAt => viewer.AsOf.AsAt;

    /// <summary>The rule in force on the day that one looks at.</summary>
    public AuthorityRule Rule => rules.RuleFor(State.Kind, State.Level, AuthorityRules.KindOf(State.Body), AsAt);

    public string MaySignOff => NextActs.WhoMay("sign-off", State, AsAt, rules);

    public bool ScrutinyIsRequired => rules.ScrutinyRequired(State.Body, AsAt);

    /// <summary>Evidence that proves no step of today's list.</summary>
    public IReadOnlyList<EvidenceShown> EvidenceOfNoStep => [.. _evidence[""]];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (await reads.RecordPaperAsync(viewer.Caller, reference, viewer.AsOf, cancellation) is not { } paper)
            return await this.NotThereAsync(reads, viewer, reference, cancellation);
        Paper = paper;
        _evidence = EvidenceShown.ByStep(paper);
        return Page();
    }

    public IReadOnlyList<EvidenceShown> EvidenceOf(Step step) => [.. _evidence[step.Criterion.Id]];

    /// <summary>The last events of some types, newest first, told in full.</summary>
    public IReadOnlyList<TellingShown> Last(int number, Func<IEvent, bool> which) => TellingShown.Last(Paper.Life, number, which);

    /// <summary>Why a deadline was missed; null when nobody has said.</summary>
    public MissedDeadlineExplained? ExplanationOf(DeadlineStage stage) => State.MissedDeadlines.FindLast(missed => missed.Due == stage.Due);
}
