using Lifecycle.Domain;

namespace Lifecycle.ReadModels;

/// <summary>An event about to be appended, as the domain knows it.</summary>
public sealed record Happened(IEvent Event, EventHeaders Headers);

/// <summary>
/// What one stream's append means to the read models; travels as <c>StreamAppend.Context</c>. It may be projected more than
/// once: a group that failed is tried again.
/// </summary>
/// <param name="Before">The whole history that the decision was made on.</param>
/// <param name="Events">The new events, in the order in which they are appended.</param>
public sealed record StreamChange(StreamHistory Before, IReadOnlyList<Happened> Events)
{
    /// <summary>The history with the new events as they are stored; null until they are projected.</summary>
    public StreamHistory? After { get; internal set; }
}
