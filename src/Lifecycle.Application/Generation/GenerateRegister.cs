using Lifecycle.Domain.Authority;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application.Generation;

/// <summary>What was generated.</summary>
public sealed record GenerateResult(int Publications, int Records, long Events);

/// <summary>How far generating is.</summary>
/// <param name="Of">What was asked for; what comes of it is a little more or less.</param>
public sealed record GenerateProgress(long Events, int Of);

/// <summary>The database holds events, and nobody wants invented ones among them.</summary>
public sealed class RegisterNotEmptyException()
    : Exception("This database already holds events. Generate into an empty one, for example with --connection.");

/// <summary>
/// Writes a register of any size that nobody lived through: twenty years of a national inspection programme, decided by the domain
/// and appended like everything else, under a clock that goes through those years. The same size and seed give the same events.
/// </summary>
public sealed class GenerateRegister(Database database, AuthorityRules rules)
{
    public const int LeastEvents = 1_000;
    public const int MostEvents = 10_000_000;

    /// <param name="events">About how many.</param>
    /// <exception cref="RegisterNotEmptyException">There are events already.</exception>
    public async Task<GenerateResult> RunAsync(int events, int seed, IProgress<GenerateProgress>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, LeastEvents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, MostEvents);
        var clock = new MovableClock();
        await using var store = new EventStore.EventStore(database, Projector.Inline, clock, Wiring.Store);
        if (await store.HeadAsync(cancellation) > 0) throw new RegisterNotEmptyException();

        var timeline = new Timeline(seed, events, rules);
        var appended = 0L;
        Task appending = Task.CompletedTask;
        foreach (var sitting in timeline.Sittings())
        {
            await appending;
            progress?.Report(new GenerateProgress(appended, events));
            clock.Now = sitting.At;
            appended += sitting.Changed.Sum(stream => stream.Happened.Count);
            appending = store.AppendAsync(sitting.ToAppend(), cancellation);
        }

        await appending;
        progress?.Report(new GenerateProgress(appended, events));
        return new GenerateResult(timeline.Publications, timeline.Open.Records, appended);
    }

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
