using Lifecycle.EventStore;

namespace Lifecycle.Application.Generation;

/// <summary>Everything that is recorded at one moment, and so appended at once.</summary>
internal sealed record Sitting(DateTimeOffset At, IReadOnlyList<WorkStream> Changed)
{
    public Append ToAppend() => new([.. Changed.Select(ToAppend)], []);

    // Ids that depend on nothing but the place of the event.
    private StreamAppend ToAppend(WorkStream stream)
    {
        var append = stream.ToAppend();
        return append with
        {
            Events = [.. append.Events.Select((e, index) => e with { Id = Chance.EventId(At, stream.Id, append.ExpectedVersion + index + 1) })],
        };
    }
}
