using Microsoft.Extensions.Options;

namespace Lifecycle.Api.Limits;

/// <summary>Counts the event streams that are open, so that nobody can hold too many.</summary>
internal sealed class StreamSlots(IOptions<ApiLimits> limits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _open = [];
    private int _total;

    /// <summary>A slot to give back by disposing of it; null when the caller, or the service, has none left.</summary>
    public IDisposable? Take(string actor)
    {
        lock (_lock)
        {
            var mine = _open.GetValueOrDefault(actor);
            if (mine >= limits.Value.StreamsPerCaller || _total >= limits.Value.Streams)
                return null;
            _open[actor] = mine + 1;
            _total++;
            return new Slot(this, actor);
        }
    }

    private void Give(string actor)
    {
        lock (_lock)
        {
            _total--;
            if (--_open[actor] == 0)
                _open.Remove(actor);
        }
    }

    private sealed class Slot(StreamSlots slots, string actor) : IDisposable
    {
        public void Dispose() => slots.Give(actor);
    }
}
