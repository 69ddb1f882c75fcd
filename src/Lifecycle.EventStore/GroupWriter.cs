using System.Diagnostics;

namespace Lifecycle.EventStore;

/// <summary>
/// Stores groups one after the other, and finds a true answer for each member whatever goes wrong. It has two connections:
/// while the database stores a group on one, it stores the next group on the other, and commits it after the first.
/// </summary>
/// <param name="landed">Called when the database has answered for the group in flight.</param>
internal sealed class GroupWriter(
    Database database, InlineProjection project, TimeProvider clock, EventStoreOptions options, Action landed) : IDisposable
{
    private const int Attempts = 5;

    private readonly GroupTransaction _one = new(database, project, options);
    private readonly GroupTransaction _other = new(database, project, options);
    private readonly LogEnd _end = new();
    private Sent? _sent;

    private sealed record Sent(IReadOnlyList<Waiting> Group, GroupPlan Plan, GroupTransaction Transaction, Task Storing, long Started);

    /// <summary>How many appends are being stored.</summary>
    public int InFlight => _sent?.Group.Count ?? 0;

    /// <summary>Ends with the database's answer for them; null when there are none.</summary>
    public Task? Flight => _sent?.Storing;

    /// <summary>Sends the group if it can be planned on what is remembered, and otherwise stores it; the one before it has its answers on return.</summary>
    public void Write(IReadOnlyList<Waiting> group)
    {
        var started = Stopwatch.GetTimestamp();
        var transaction = _sent?.Transaction == _one ? _other : _one;
        var next = Send(group, transaction, started);
        var asSent = Finish();
        _sent = next;
        if (next is null) Settle(group, transaction, started);
        // What was planned on a group that was not stored as sent will not be stored either.
        else if (!asSent) Finish();
    }

    /// <summary>Returns when what was sent has its answers; false when it was not stored as it was sent.</summary>
    public bool Finish()
    {
        if (_sent is not { } sent) return true;
        _sent = null;
        try
        {
            if (sent.Transaction.Stored(sent.Plan, sent.Storing))
            {
                _end.Stored(sent.Plan);
                Answer(sent.Group, sent.Plan, sent.Started);
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

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    private Sent? Send(IReadOnlyList<Waiting> group, GroupTransaction transaction, long started)
    {
        if (_end.Plan([.. group.Select(w => w.Append)], clock.GetUtcNow()) is not { } plan || _end.Last is not { } last) return null;
        try
        {
            // Nobody gathers while one caller is at work: there is nothing to do but wait for it.
            var storing = transaction.StoreAsync(plan, last, _sent is { Storing.IsCompleted: false } before ? before.Plan : null, here: group.Count == 1 && _sent is null);
            storing.ContinueWith(_ => landed(), TaskContinuationOptions.ExecuteSynchronously);
            _end.Sent(plan);
            return new(group, plan, transaction, storing, started);
        }
        catch (Exception)
        {
            // Storing it the careful way tells what is wrong, and with which of them.
            transaction.DropConnection();
            return null;
        }
    }

    private void Settle(IReadOnlyList<Waiting> group, GroupTransaction transaction, long started)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var plan = transaction.StoreAsRead([.. group.Select(w => w.Append)], clock.GetUtcNow());
                _end.Read(plan);
                Answer(group, plan, started);
                return;
            }
            catch (Exception failed)
            {
                transaction.DropConnection();
                var failure = Failures.Of(failed);
                if (failure is not Failure.Broken && failed is not OutcomeUnknownException && group.Count > 1)
                {
                    // One of them is to blame: alone, each gets the answer that is its own.
                    foreach (var waiting in group) Settle([waiting], transaction, started);
                    return;
                }

                if (failure is Failure.Refused || attempt == Attempts)
                {
                    foreach (var waiting in group) waiting.Fail(Answers.Of(failed));
                    return;
                }

                Thread.Sleep(GroupTransaction.Pause(attempt));
            }
        }
    }

    private void Answer(IReadOnlyList<Waiting> group, GroupPlan plan, long started)
    {
        for (var i = 0; i < group.Count; i++) Answers.Give(group[i], plan.Verdicts[i], database);
        Telemetry.Stored(group.Count, started);
    }
}
