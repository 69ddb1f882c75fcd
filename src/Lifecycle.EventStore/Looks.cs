using System.Data;
using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>Opens looks at the database: one by itself, or one beside another that sees the same moment.</summary>
/// <param name="settings">Run at the beginning of each, with the bodies in scope as its value.</param>
/// <param name="connections">How many the application has.</param>
internal sealed class Looks(NpgsqlDataSource application, string settings, int connections)
{
    // Whoever opens a second look holds one connection while waiting for another: so few may do so that there is always one that comes back.
    private readonly int _most = connections / 4;
    private int _beside;

    public Task<T> TakeAsync<T>(ReadScope scope, Func<Look, Task<T>> look, CancellationToken cancellation) => TakeAsync(scope, null, look, cancellation);

    /// <summary>Asks for something on a connection of its own, if there may be one, while this look goes on with something else.</summary>
    public async Task<T> BesideAsync<T>(Look look, ReadScope scope, Func<Look, Task<T>> beside, Func<Task> meanwhile, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _beside) > _most)
            {
                var first = await beside(look);
                await meanwhile();
                return first;
            }

            var moment = await look.MomentAsync(cancellation);
            var other = TakeAsync(scope, moment, beside, cancellation);
            var here = meanwhile();
            // Both have ended before either's connection is given back, also when one fails. When this look does, its moment goes with it, and
            // the other may fail for that, and be the first to say so: what is told is why this one did.
            await Task.WhenAll(here, other).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await here;
            return await other;
        }
        finally
        {
            Interlocked.Decrement(ref _beside);
        }
    }

    private async Task<T> TakeAsync<T>(ReadScope scope, string? moment, Func<Look, Task<T>> look, CancellationToken cancellation)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using (var begin = connection.CreateBatch())
        {
            // No statement before it, and no parameter within it: the name is PostgreSQL's own.
            if (moment is not null) begin.BatchCommands.Add(new($"set transaction snapshot '{moment}'"));
            begin.BatchCommands.Add(new(settings) { Parameters = { new() { Value = scope.Setting } } });
            await begin.ExecuteNonQueryAsync(cancellation);
        }

        var seen = await look(new Look(this, scope, connection));
        await transaction.CommitAsync(cancellation);
        return seen;
    }
}
