using Lifecycle.Application;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Sentences;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>How did it stand after each event, and who could have signed that day?</summary>
internal sealed class ReplayModel(Reads reads, Viewer viewer, AuthorityRules rules) : PageModel
{
    private RecommendationReplay _life = null!;

    /// <summary>1 for the first thing that happened.</summary>
    public int Number { get; private set; }

    public int Total => _life.Steps.Count;

    /// <summary>The record as it stood after this step.</summary>
    public Recommendation State => Step.After;

    public ReplayStep Step => _life.Steps[Number - 1];

    public DateOnly Day => Step.Recorded.EffectiveOn;

    public Telling Telling => Telling.Of(Step.Recorded, State);

    /// <summary>The rule in force on that day, for the record as it was.</summary>
    public AuthorityRule Rule => rules.RuleFor(State.Kind, State.Level, AuthorityRules.KindOf(State.Body), Day);

    public ScrutinyRule Scrutiny => rules.ScrutinyFor(State.Body, Day);

    public string CouldSign => NextActs.WhoMay("sign-off", State, Day, rules);

    /// <summary>The person who recommended closure, and so could not sign; null when nothing waited for a sign-off before this step or after it.</summary>
    public string? Recommender => RecommenderIn(State) ?? (Number > 1 ? RecommenderIn(_life.Steps[Number - 2].After) : null);

    public async Task<IActionResult> OnGetAsync(string reference, [FromQuery] int? step, CancellationToken cancellation)
    {
        if (await reads.ReplayAsync(viewer.Caller, reference, viewer.AsOf, cancellation) is not { State: not null } life)
            return await this.NotThereAsync(reads, viewer, reference, cancellation);
        (_life, Number) = (life, step ?? life.Steps.Count);
        return Number >= 1 && Number <= Total ? Page() : NotFound();
    }

    /// <summary>What a step is called; null when there is none.</summary>
    public string? Heading(int step) =>
        step < 1 || step > Total ? null : EventSentence.Of(_life.Steps[step - 1].Recorded.Event, _life.Steps[step - 1].After).Heading;

    private static string? RecommenderIn(Recommendation state) => (state.Stage as Stage.AwaitingSignOffStage)?.Recommended.RecommendedBy;
}
