using Lifecycle.Application;

namespace Lifecycle.Web.Meeting;

/// <summary>
/// The meetings that are under way, one for each person, in the memory of this process: nothing in them is decided before it is
/// given, so a restart loses typing and no decision. Bounded in number and in time.
/// </summary>
internal sealed class Meetings(TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (SignOffMeeting Meeting, DateTimeOffset Used)> _meetings = [];

    /// <summary>Null when this person has none under way.</summary>
    public SignOffMeeting? Find(Caller caller)
    {
        lock (_lock)
        {
            return _meetings.TryGetValue(Key(caller), out var found) && clock.GetUtcNow() - found.Used < WorkingDay ? found.Meeting : null;
        }
    }

    public void Keep(Caller caller, SignOffMeeting meeting)
    {
        lock (_lock)
        {
            _meetings[Key(caller)] = (meeting, clock.GetUtcNow());
            while (_meetings.Count > Most) _meetings.Remove(_meetings.MinBy(pair => pair.Value.Used).Key);
        }
    }

    public void End(Caller caller)
    {
        lock (_lock)
        {
            _meetings.Remove(Key(caller));
        }
    }

    // Who acts in two roles, or for two bodies, has a meeting in each.
    private static string Key(Caller caller) => $"{caller.Actor} {caller.Role} {caller.Body} {caller.Sight}";
}
