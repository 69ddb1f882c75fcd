using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels;

/// <summary>Open records of a kind with the same traffic light.</summary>
/// <param name="Rag">The force's own rating; null is not rated, which is none of the three.</param>
public sealed record RagGroup(RecordKind Kind, Rag? Rag, long Open);
