namespace Lifecycle.EventStore;

/// <summary>Cuts what a group stores into pieces, so that one is made ready while the database stores the one before.</summary>
internal static class Lots
{
    private const int Events = 200;

    /// <summary>Whole streams, some hundred events at a time. Several appends are one lot: two of them may have the same stream.</summary>
    public static IReadOnlyList<IReadOnlyList<AppendedStream>> Of(GroupPlan plan)
    {
        if (plan.Verdicts.Count > 1) return [plan.Streams];
        var lots = new List<List<AppendedStream>>();
        var events = Events;
        foreach (var stream in plan.Streams)
        {
            if (events >= Events)
            {
                lots.Add([]);
                events = 0;
            }

            lots[^1].Add(stream);
            events += stream.Events.Count;
        }

        return lots;
    }
}
