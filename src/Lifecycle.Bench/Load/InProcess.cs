using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Bench.Load;

/// <summary>Commands given to the product in this process, through everything that a command passes: permission, load, decide, append, read models.</summary>
internal sealed class InProcess(Register register, WorkingSet set, int clients)
{
    private readonly Transact _transact = register.Get<Transact>();
    private readonly Random[] _random = [.. Enumerable.Range(0, clients).Select(client => new Random(client))];
    private long _done;

    /// <summary>Commands accepted, each of which added one event.</summary>
    public long Done => Interlocked.Read(ref _done);

    public Task<double> RateAsync(TimeSpan time) => Clients.RateAsync(clients, time, OnceAsync);

    public async Task OnceAsync(int client)
    {
        var record = set.One(client, clients, _random[client]);
        var deed = Deed.Next(_random[client]);
        var outcome = await _transact.RunAsync(
            record.Officer, record.Reference, deed.Verb, deed.Command, new Request(ExpectedVersion: record.Version), CancellationToken.None);
        if (outcome is not Outcome<Recommendation>.Done { Added: 1 } done)
            throw new BenchFailedException($"{deed.Verb} was answered with {outcome}.");
        record.Version = done.State.Version;
        Interlocked.Increment(ref _done);
    }

    /// <exception cref="BenchFailedException">There are not as many events as there were accepted commands.</exception>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        var stored = await register.ScalarAsync<long>(SqlText.Of("events_of_publication"), cancellation, set.Publication) - set.Records.Count;
        BenchFailedException.Unless(stored == Done, $"{Done} commands were accepted, and there are {stored} events.");
    }
}
