using System.Text.Json;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>Holds one event against its leaf: every column, byte for byte.</summary>
internal sealed class EventCheck(EventStoreOptions options, NpgsqlConnection questions, Erasures erasures, Findings found)
{
    public async Task CheckAsync(LeafRow leaf, EventRow row, CancellationToken cancellation)
    {
        if (row.Odd is { } odd)
            found.Add(FindingKind.Altered, $"The column {odd} of the event at position {row.Position} was changed.", leaf.Index, row.Position, odd);
        if (leaf.Tenant != row.Event.Tenant)
            found.Add(FindingKind.Altered, $"The leaf {leaf.Index} is shown to another body than its event.", leaf.Index, row.Position, "tenant_id");
        if (leaf.Salts.Length != Commitments(leaf.Body) * Commitment.SaltLength)
            found.Add(FindingKind.Altered, $"The salts of leaf {leaf.Index} are not one for each commitment.", leaf.Index, row.Position, "salts");
        else if (Rewritten(leaf, AsTaken(leaf, row.Event)) is var rewritten && !rewritten.AsSpan().SequenceEqual(leaf.Body))
            await NameAsync(leaf, row, rewritten, cancellation);
        else
            Erased(leaf, row.Event);
    }

    // Only of rows that are as they were recorded: what a vandal wrote accounts for nothing.
    private void Erased(LeafRow leaf, LeafEvent e)
    {
        erasures.Expect(leaf, e);
        erasures.Resolve(e);
    }

    // A quotation mark within a text is escaped, so these bytes are a commitment wherever they stand.
    private static int Commitments(ReadOnlySpan<byte> body) => body.Count("{\"$commitment\":\""u8);

    // How it was taken is known to the leaf alone. Leaves of other programs' events from before they said it, which ours with no
    // such type are never taken for, had empty headers where there were none.
    private static LeafEvent AsTaken(LeafRow leaf, LeafEvent e) =>
        leaf.TakenIn ? e with { TakenIn = true }
        : e is { DotNetType: not null, Headers: null } ? e with { Headers = "{}"u8.ToArray() }
        : e;

    // As the tables of today say; else as the leaf itself says, which an earlier table wrote; else as catch-up had to write it.
    private byte[] Rewritten(LeafRow leaf, LeafEvent e)
    {
        var first = Rewrite(e, options.Erasable(e.Type), leaf);
        if (first is not null && first.AsSpan().SequenceEqual(leaf.Body)) return first;
        var asThen = Rewrite(e, AsThen(leaf.Body), leaf);
        if (asThen is not null && asThen.AsSpan().SequenceEqual(leaf.Body)) return asThen;
        return Rewrite(CatchUp.AsText(e), ErasableMembers.None, leaf) is { } text && (first is null || text.AsSpan().SequenceEqual(leaf.Body)) ? text : first ?? [];
    }

    private static byte[]? Rewrite(LeafEvent e, ErasableMembers erasable, LeafRow leaf)
    {
        try
        {
            return Leaf.Rewrite(e, erasable, leaf.Salts, leaf.Body);
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }

    private static ErasableMembers AsThen(byte[] body)
    {
        try
        {
            return new(LeafCommitment.Read(body).Take(64).Select(commitment => commitment.Pointer));
        }
        catch (LedgerFormatException)
        {
            return ErasableMembers.None;
        }
    }

    private async Task NameAsync(LeafRow leaf, EventRow row, byte[] rewritten, CancellationToken cancellation)
    {
        var field = LeafDifference.First(leaf.Body, rewritten) ?? "";
        if (field == "/id" && found.Lists(FindingKind.Reordered) && await PlaceAsync(leaf, cancellation) is { } place)
            found.Add(FindingKind.Reordered, $"The event that was recorded at position {row.Position} stands at position {place}.", leaf.Index, row.Position, field);
        else if (field.Length == 0)
            found.Add(FindingKind.Altered, $"The leaf {leaf.Index} of the event at position {row.Position} was changed, and is no longer JSON.", leaf.Index, row.Position, "body");
        else if (field.EndsWith("/$commitment", StringComparison.Ordinal))
            found.Add(FindingKind.Altered, $"{field[..^"/$commitment".Length]} of the event at position {row.Position}, or its salt, is not what was recorded.", leaf.Index, row.Position, field[..^"/$commitment".Length]);
        else
            found.Add(FindingKind.Altered, $"{field} of the event at position {row.Position} is not what was recorded.", leaf.Index, row.Position, field);
    }

    private async Task<long?> PlaceAsync(LeafRow leaf, CancellationToken cancellation)
    {
        using var body = JsonDocument.Parse(leaf.Body);
        return body.RootElement.TryGetProperty("id", out var recorded) && recorded.TryGetGuid(out var id)
            ? await questions.OneAsync<long?>("select seq_id from lifecycle.mt_events where id = $1", row => row.GetInt64(0), cancellation, id)
            : null;
    }
}
