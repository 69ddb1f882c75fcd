using Npgsql;

namespace Lifecycle.EventStore.Tests;

/// <summary>Inline projections that let a test step into the middle of an append.</summary>
internal static class Projections
{
    /// <summary>Holds the writer, under its lock, until the gate opens.</summary>
    public static InlineProjection Wait(ManualResetEventSlim entered, ManualResetEventSlim gate) => (_, _) =>
    {
        entered.Set();
        gate.Wait(TimeSpan.FromSeconds(30));
    };

    /// <summary>Does something the first time, and nothing after that.</summary>
    public static InlineProjection Once(Action<NpgsqlBatch> act)
    {
        var done = 0;
        return (_, writes) =>
        {
            if (Interlocked.Exchange(ref done, 1) == 0) act(writes);
        };
    }
}
