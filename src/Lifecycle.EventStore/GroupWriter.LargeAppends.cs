namespace Lifecycle.EventStore;

// A large append on its way: others take their places before it until it ends.
internal sealed partial class GroupWriter
{
    private LargeAppend? _large;

    /// <summary>How many events the next group may have at most.</summary>
    public long Room => _large is { Writing.IsCompleted: false } large && _end.Last is { } last ? large.RoomAfter(last.Position) : long.MaxValue;

    // Others go on while it is written, so it is worth beginning only when nothing has to be read for.
    private bool Begin(IReadOnlyList<Waiting> group, long started)
    {
        // Whatever has the lock alone has ended before it is shared.
        if (_large is not null || !LargeAppend.Is(group) || !Finish() || _end.Head is not { } head) return false;
        _large = new LargeAppend(group[0], head, _clock.GetUtcNow(), _aside, started, _landed);
        return true;
    }

    // What has to have the lock alone would wait for it for ever: it ends when this thread sends the rest of it.
    private void EndLarge()
    {
        Finish();
        if (_large is not { } large) return;
        _large = null;
        try
        {
            large.Writing.GetAwaiter().GetResult();
            if (_end.Head is { } head && _end.Last is { } last)
            {
                var plan = large.Plan(head);
                _sent = Sending([large.Waiting], plan, _aside, _aside.StoreRestAsync(plan, last), large.Started);
                return;
            }
        }
        catch (Exception)
        {
            // As with any group that could not be sent.
        }

        _aside.DropConnection();
        Settle([large.Waiting], _aside, large.Started);
    }
}
