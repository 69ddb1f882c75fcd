using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Lifecycle.EventStore;

/// <summary>What the store tells about itself, under the name "Lifecycle.EventStore".</summary>
internal static class Telemetry
{
    public static readonly ActivitySource Source = new("Lifecycle.EventStore");

    private static readonly Meter Meter = new("Lifecycle.EventStore");

    public static readonly Counter<long> Appends =
        Meter.CreateCounter<long>("lifecycle.appends", description: "Appends stored");

    public static readonly Counter<long> Conflicts =
        Meter.CreateCounter<long>("lifecycle.conflicts", description: "Appends that lost a race");

    public static readonly Counter<long> Busy =
        Meter.CreateCounter<long>("lifecycle.busy", description: "Appends refused because the queue was full");

    public static readonly Histogram<int> GroupSize =
        Meter.CreateHistogram<int>("lifecycle.group.size", description: "Appends in one transaction");

    public static readonly Histogram<double> GroupSeconds =
        Meter.CreateHistogram<double>("lifecycle.group.duration", "s", "From taking the group to its outcome");

    public static readonly Histogram<double> ProjectionSeconds =
        Meter.CreateHistogram<double>("lifecycle.projection.duration", "s", "Inline projection of one group, or of one lot of a large one, before the database runs it");

    public static void Stored(int appends, long started)
    {
        var took = Stopwatch.GetElapsedTime(started);
        using var activity = Source.StartActivity("commit group", ActivityKind.Internal, default(ActivityContext), startTime: DateTimeOffset.UtcNow - took);
        activity?.SetTag("lifecycle.group.size", appends);
        GroupSize.Record(appends);
        GroupSeconds.Record(took.TotalSeconds);
    }
}
