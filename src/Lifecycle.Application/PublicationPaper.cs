using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>One publication with the counts and grades that it prints.</summary>
public sealed record PublicationPaper(
    PublicationSummary Summary, IReadOnlyList<DeclaredCount> Counts, IReadOnlyList<GradeCell> Grades);
