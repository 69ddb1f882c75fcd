using System.Text.Json.Serialization;
using Lifecycle.Domain.Authority;

namespace Lifecycle.Domain.Recommendations;

/// <summary>Close a record whose closure is recommended, with the authority that its level asks for.</summary>
public sealed record SignOff(string? OversightNote = null, string? Channel = null) : RecommendationCommand
{
    /// <summary>References of open records under this cause of concern. The application fills it in; a caller cannot.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OpenChildren { get; init; } = [];

    public static Decision Decide(SignOff c, Recommendation state, AuthorityRules rules)
    {
        var rule = SigningOff.RuleFor(c.Act, state, rules);
        return Check.First(
                SigningOff.NoAuthority(c.Act, state, rules),
                Check.Optional("oversight note", c.OversightNote, Check.Long),
                Check.Optional("channel", c.Channel, Check.Short))
            ?? Check.Stands(state.Status == Status.SignedOff)
            ?? Check.First(Standing.NotEnded(state), SigningOff.NotRecommended(state))
            ?? Check.First(
                SigningOff.OwnRecommendation(c.Act, state),
                Standing.NotEarly(c.Act, state),
                Standing.NotBefore(c.Act, state.LastDayOf<LevelGraded>(), "the level was set"),
                rule.OversightNoteRequired && string.IsNullOrWhiteSpace(c.OversightNote)
                    ? new("oversight_note_required", $"Enter a note of the oversight there was. {SigningOff.Named(rule)}", SigningOff.Key(rule))
                    : null,
                Check.When(state.Kind == RecordKind.CauseOfConcern && c.OpenChildren.Count > 0,
                    "open_children", $"A cause of concern stays open while one of its recommendations is open: {string.Join(", ", c.OpenChildren)}."))
            ?? Decision.Accept(c.AsEvent(state, rule));
    }

    private SignedOff AsEvent(Recommendation state, AuthorityRule rule)
    {
        var judged = ((Stage.AwaitingSignOffStage)state.Stage).Recommended;
        return new(rule.Authority, Channel, OversightNote, judged.Evidence, judged.VersionJudged, state.Level, rule.Id, rule.Version);
    }
}
