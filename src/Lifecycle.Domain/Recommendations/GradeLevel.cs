namespace Lifecycle.Domain.Recommendations;

/// <summary>HMICFRS sets the level, 1 (least) to 4 (most severe). A re-grade says why.</summary>
public sealed record GradeLevel(int Level, string? Reason = null) : RecommendationCommand
{
    public static Decision Decide(GradeLevel c, Recommendation state) =>
        Check.First(
            Roles.ByHmicfrs(c.Act),
            Check.When(c.Level is < 1 or > 4, "level_unknown", "Enter a level from 1 (least serious) to 4 (most serious)."),
            Check.Optional("reason", c.Reason, Check.Long))
        ?? Check.Stands(c.Level == state.Level)
        ?? Check.First(
            Standing.NotEnded(state),
            state.Level is null ? null : Check.Required("reason for the new level", c.Reason, Check.Long))
        ?? Decision.Accept(new LevelGraded(c.Level, c.Reason));
}
