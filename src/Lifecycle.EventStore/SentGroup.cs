namespace Lifecycle.EventStore;

/// <summary>A group that the database has been sent.</summary>
/// <param name="Storing">Ends with the database's answer.</param>
internal sealed record SentGroup(IReadOnlyList<Waiting> Group, GroupPlan Plan, GroupTransaction Transaction, Task Storing, long Started)
{
    public bool IsUnderWay => !Storing.IsCompleted;
}
