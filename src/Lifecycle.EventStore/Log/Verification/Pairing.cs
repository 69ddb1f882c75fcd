using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>Walks events in the order of positions and leaves in the order of their numbers, side by side, and finds for each the other.</summary>
internal sealed class Pairing(TreeCheck tree, EventCheck check, Findings found)
{
    private const int MostWaiting = 10_000;
    private const int ReportEvery = 1000;

    // Events passed by without a leaf: one that came to light late has its leaf further on.
    private readonly Dictionary<long, EventRow> _waiting = [];
    private long _expected;
    private long _highest;

    /// <summary>Events that were read.</summary>
    public long Events { get; private set; }

    /// <summary>Leaves of events of other programs.</summary>
    public long Foreign { get; private set; }

    public async Task RunAsync(Snapshot snapshot, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        var (_, _, of, _) = await LogTables.StateAsync(snapshot.Questions, cancellation);
        await using var events = EventRow.ReadAsync(snapshot.Events, cancellation).GetAsyncEnumerator(cancellation);
        var current = await NextAsync(events);
        await foreach (var leaf in LeafRow.ReadAsync(snapshot.Leaves, cancellation))
        {
            Place(leaf);
            for (; current is not null && current.Position < leaf.Position; current = await NextAsync(events)) Wait(current);
            var late = leaf.Position < _highest;
            if (current is not null && current.Position == leaf.Position)
            {
                await check.CheckAsync(leaf, current, cancellation);
                current = await NextAsync(events);
            }
            else if (_waiting.Remove(leaf.Position, out var earlier))
            {
                // Only another program's event can come to light late: our own take the next position of all.
                if (leaf.TakenIn || IsOfAnother(earlier)) found.Add(FindingKind.Late, $"The event at position {leaf.Position} was taken in after position {_highest}: it came to light late.", leaf.Index, leaf.Position);
                else found.Add(FindingKind.Reordered, $"The leaf of position {leaf.Position} stands after that of position {_highest}.", leaf.Index, leaf.Position, "ledger_leaf");
                await check.CheckAsync(leaf, earlier, cancellation);
            }
            else
            {
                found.Add(FindingKind.Removed, $"The event at position {leaf.Position} is gone; its leaf is there.", leaf.Index, leaf.Position, "mt_events");
            }

            await tree.AddAsync(leaf, late, cancellation);
            Foreign += leaf.TakenIn ? 1 : 0;
            _highest = Math.Max(_highest, leaf.Position);
            if (tree.Size % ReportEvery == 0) progress?.Report(new(tree.Size, of));
        }

        await EndAsync(events, current);
        progress?.Report(new(tree.Size, Math.Max(of, tree.Size)));
    }

    // Numbers have no gap. Positions may: another program leaves some out.
    private void Place(LeafRow leaf)
    {
        if (leaf.Index > _expected)
            found.Add(FindingKind.Removed, $"The leaves {_expected} to {leaf.Index - 1} are gone.", _expected, field: "ledger_leaf");
        else if (leaf.Index < _expected)
            found.Add(FindingKind.Inserted, $"There is a second leaf {leaf.Index}.", leaf.Index, leaf.Position, "ledger_leaf");
        else if (leaf.Position > _highest + 1)
            found.Add(FindingKind.Gap, $"No event was recorded at the positions {_highest + 1} to {leaf.Position - 1}.", leaf.Index, _highest + 1);
        _expected = leaf.Index + 1;
    }

    private async Task<EventRow?> NextAsync(IAsyncEnumerator<EventRow> events)
    {
        if (!await events.MoveNextAsync()) return null;
        Events++;
        return events.Current;
    }

    private void Wait(EventRow e)
    {
        if (_waiting.Count < MostWaiting) _waiting.TryAdd(e.Position, e);
        else Without(e.Position);
    }

    private async Task EndAsync(IAsyncEnumerator<EventRow> events, EventRow? current)
    {
        foreach (var position in _waiting.Keys.Order()) Without(position);
        for (; current is not null; current = await NextAsync(events))
            found.Add(FindingKind.Unproven, $"The event at position {current.Position} has no leaf. If another program has just stored it, it gets one within seconds.", position: current.Position, field: "mt_events");
    }

    // Leaves did not always say that they were taken in; our own events never have this.
    private static bool IsOfAnother(EventRow e) => e.Event.DotNetType is not null;

    private void Without(long position) =>
        found.Add(FindingKind.Inserted, $"The event at position {position} is in no leaf: it was put there behind the service's back.", position: position, field: "mt_events");
}
