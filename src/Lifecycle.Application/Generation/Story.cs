using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Application.Generation;

/// <summary>A stream with the deeds that are still to come, one at a time: nothing of a life is made before its day.</summary>
internal sealed class Story(string tenant, Guid id, string type)
{
    private readonly List<Recorded> _past = [];
    private IEnumerator<Deed>? _deeds;
    private WorkStream? _stream;

    /// <summary>With what happened since it was last taken. Folded for a sitting: in between, thousands of stories are no more than their events.</summary>
    public WorkStream Stream => _stream ??= new(tenant, id, type, StreamHistory.Of(_past));

    /// <summary>The deed that is due next; null at the end.</summary>
    public Deed? Next { get; private set; }

    /// <summary>A story without events of its own, which only begins others.</summary>
    public static Story OfDeeds(IEnumerable<Deed> deeds)
    {
        var story = new Story(Bodies.Hmicfrs, Guid.Empty, "");
        story.Begin(deeds);
        return story;
    }

    public void Begin(IEnumerable<Deed> deeds)
    {
        _deeds = deeds.GetEnumerator();
        GoOn();
    }

    public void GoOn() => Next = _deeds!.MoveNext() && _deeds.Current.RecordedOn <= DeskDays.Last ? _deeds.Current : null;

    public WorkStream TakeChanges(DateTimeOffset recordedAt)
    {
        var changed = Stream;
        foreach (var happened in changed.Happened)
            _past.Add(new Recorded(_past.Count + 1, recordedAt, happened.Headers, happened.Event));
        _stream = null;
        return changed;
    }
}
