namespace Lifecycle.Domain.Recommendations;

/// <summary>Who leads the work, and which board watches it; no board named leaves the board as it is.</summary>
public sealed record AllocateOwner(string Owner, string? Board = null) : RecommendationCommand
{
    public static Decision Decide(AllocateOwner c, Recommendation state) =>
        Check.First(Check.Required("owner", c.Owner, Check.Short), Check.Optional("board", c.Board, Check.Short))
        ?? Check.Stands(c.Owner == state.Owner && (c.Board is null || c.Board == state.Board))
        ?? Check.First(Standing.NotEnded(state))
        ?? Decision.Accept(new OwnerAllocated(c.Owner, c.Board));
}
