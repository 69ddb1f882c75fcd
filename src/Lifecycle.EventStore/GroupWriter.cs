using System.Diagnostics;

namespace Lifecycle.EventStore;

/// <summary>
/// Stores groups one after the other, and finds a true answer for each member whatever goes wrong. It has two connections:
/// while the database stores a group on one, it stores the next group on the other, and commits it after the first. A large append has
/// a third one, on which it is written while groups go before it.
/// </summary>
internal sealed partial class GroupWriter : IDisposable
{
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly Action _landed;
    private readonly GroupTransaction _one, _other, _aside;
    private readonly LogEnd _end = new();
    private readonly CarefulWriter _careful;
    private SentGroup? _sent;

    /// <param name="landed">Called when the database has answered for something, or there is more room for a group.</param>
    public GroupWriter(Database database, InlineProjection project, TimeProvider clock, EventStoreOptions options, Action landed)
    {
        (_database, _clock, _landed) = (database, clock, landed);
        (_one, _other, _aside) = (new(database, project, options), new(database, project, options), new(database, project, options));
        _careful = new(database, clock, _end);
    }

    /// <summary>How many appends are being stored.</summary>
    public int InFlight => _sent?.Group.Count ?? 0;

    /// <summary>Whether the database has answered for something that has not been looked at since.</summary>
    public bool HasLanded => _sent is { IsUnderWay: false } || _large is { Writing.IsCompleted: true };

    /// <summary>Whether nothing is on its way.</summary>
    public bool IsIdle => _sent is null && _large is null;

    /// <summary>Sends the group if it can be planned on what is remembered, and otherwise stores it; the one before it has its answers on return.</summary>
    public void Write(IReadOnlyList<Waiting> group)
    {
        var started = Stopwatch.GetTimestamp();
        if (_large is { Writing.IsCompleted: true }) EndLarge();
        if (Begin(group, started)) return;
        var transaction = _sent?.Transaction == _one ? _other : _one;
        var next = Send(group, transaction, started);
        var asSent = Finish();
        _sent = next;
        if (next is null) Settle(group, transaction, started);
        // What was planned on a group that was not stored as sent will not be stored either.
        else if (!asSent) Finish();
    }

    /// <summary>Looks at what has landed.</summary>
    public void Land()
    {
        Finish();
        if (_large is { Writing.IsCompleted: true }) EndLarge();
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        _aside.Dispose();
    }

    // Returns when what was sent has its answers; false when it was not stored as it was sent.
    private bool Finish()
    {
        if (_sent is not { } sent) return true;
        _sent = null;
        try
        {
            if (sent.Transaction.Stored(sent.Plan, sent.Storing))
            {
                _end.Stored(sent.Plan);
                Answers.Give(sent.Group, sent.Plan, sent.Started, _database);
                return true;
            }

            _end.Undone(sent.Plan);
            Settle(sent.Group, sent.Transaction, sent.Started);
        }
        catch (Exception failed)
        {
            // Nobody knows whether it is stored; the next reading tells.
            _end.Undone(sent.Plan);
            foreach (var waiting in sent.Group) waiting.Fail(Answers.Of(failed));
        }

        return false;
    }

    private SentGroup? Send(IReadOnlyList<Waiting> group, GroupTransaction transaction, long started)
    {
        if (_end.Plan([.. group.Select(w => w.Append)], _large?.Began ?? _clock.GetUtcNow()) is not { } plan || _end.Last is not { } last) return null;
        // A large append may make the same records, which would have to wait for it.
        if (_large is not null && plan.IsBirth) return null;
        var isApart = _sent is not { IsUnderWay: true } || plan.IsApartFrom(_sent.Plan);
        if (_large is not null && !isApart && !Finish()) return null;
        try
        {
            var meanwhile = _large is not null ? Meanwhile.LargeAppend : isApart && _sent is { IsUnderWay: true } ? Meanwhile.Group : Meanwhile.Nothing;
            // Nobody gathers while one caller is at work: there is nothing to do but wait for it.
            var storing = transaction.StoreAsync(plan, last, meanwhile, here: group.Count == 1 && IsIdle);
            return Sending(group, plan, transaction, storing, started);
        }
        catch (Exception)
        {
            // Storing it the careful way tells what is wrong, and with which of them.
            transaction.DropConnection();
            return null;
        }
    }

    private SentGroup Sending(IReadOnlyList<Waiting> group, GroupPlan plan, GroupTransaction transaction, Task storing, long started)
    {
        storing.ContinueWith(_ => _landed(), TaskContinuationOptions.ExecuteSynchronously);
        _end.Sent(plan);
        return new(group, plan, transaction, storing, started);
    }

    private void Settle(IReadOnlyList<Waiting> group, GroupTransaction transaction, long started)
    {
        EndLarge();
        Finish();
        _careful.Store(group, transaction, started);
    }
}
