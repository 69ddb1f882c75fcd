namespace Lifecycle.Domain.Recommendations;

/// <summary>What somebody wants done with one record. Each command has a file: its data and its static Decide.</summary>
public abstract record RecommendationCommand : Command;
