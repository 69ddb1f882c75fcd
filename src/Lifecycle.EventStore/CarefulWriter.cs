namespace Lifecycle.EventStore;

/// <summary>Stores groups one at a time, reading under the lock what each needs, and finds a true answer for each member whatever goes wrong.</summary>
internal sealed class CarefulWriter(Database database, TimeProvider clock, LogEnd end)
{
    private const int Attempts = 5;

    /// <summary>Every member has its answer when it returns.</summary>
    public void Store(IReadOnlyList<Waiting> group, GroupTransaction transaction, long started)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var plan = transaction.StoreAsRead([.. group.Select(w => w.Append)], clock.GetUtcNow());
                end.Read(plan);
                Answers.Give(group, plan, started, database);
                return;
            }
            catch (Exception failed)
            {
                transaction.DropConnection();
                var failure = Failures.Of(failed);
                if (failure is not Failure.Broken && failed is not OutcomeUnknownException && group.Count > 1)
                {
                    // One of them is to blame: alone, each gets the answer that is its own.
                    foreach (var waiting in group) Store([waiting], transaction, started);
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
}
