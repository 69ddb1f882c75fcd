using System.Text;
using Lifecycle.Ledger;
using Npgsql;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>Every checkpoint that was signed is of the leaves there are, and signed by a key that is trusted; those kept elsewhere too.</summary>
internal sealed class CheckpointCheck(NpgsqlConnection questions, string origin, Trust trust, IReadOnlyList<VerifierKey> keys, Findings found)
{
    private const long AtOnce = 500;

    private static readonly string PageSql = SqlText.Of("verify_checkpoints");
    private static readonly string CosignaturesSql = SqlText.Of("verify_cosignatures");

    private readonly Queue<(long Size, byte[] Note)> _page = new();
    private readonly List<(string Name, Checkpoint Of, bool Met)> _kept = [];
    private long _read = -1;
    private bool _ended;
    private bool _broken;
    private bool _late;

    /// <summary>How many there are in the database.</summary>
    public long Count { get; private set; }

    /// <summary>The size of the last one that holds.</summary>
    public long Good { get; private set; }

    /// <summary>The last one in the database.</summary>
    public long Signed { get; private set; } = -1;

    public string? Newest { get; private set; }

    /// <summary>Reads what is kept elsewhere.</summary>
    public void Keep()
    {
        foreach (var note in trust.Checkpoints) Keep("checkpoint", note);
        foreach (var receipt in trust.Receipts) Keep("receipt", receipt.Note);
    }

    /// <summary>Compares the checkpoints of a size with the tree of that size.</summary>
    /// <param name="late">Whether the leaf before it stands out of order.</param>
    public async Task AtAsync(long size, CompactRange range, bool late, CancellationToken cancellation)
    {
        _late |= late;
        for (; await NextAsync(cancellation) is { } next && next.Size <= size; _page.Dequeue())
            Check(next.Size, next.Note, next.Size == size ? range.Root() : null);
        foreach (var (place, kept) in _kept.Index().Where(k => k.Item.Of.Size == size).ToList())
        {
            _kept[place] = kept with { Met = true };
            if (!kept.Of.Root.AsSpan().SequenceEqual(range.Root()))
                found.Add(FindingKind.Forked, $"The {kept.Name} of {size:N0} events that was kept elsewhere shows another history than this database.", size - 1, field: kept.Name);
        }
    }

    /// <summary>What is signed for and not there, and what witnesses are said to have signed.</summary>
    public async Task FinishAsync(long size, IReadOnlyList<VerifierKey> witnesses, CancellationToken cancellation)
    {
        while (await NextAsync(cancellation) is { } next)
        {
            _page.Dequeue();
            Check(next.Size, next.Note, null);
            found.Add(FindingKind.Truncated, $"A checkpoint of {next.Size:N0} events was signed, and there are {size:N0}.", size, field: "ledger_checkpoint");
        }

        foreach (var kept in _kept.Where(kept => !kept.Met))
            found.Add(FindingKind.Truncated, $"The {kept.Name} that was kept elsewhere is of {kept.Of.Size:N0} events, and there are {size:N0}. The database was put back to an earlier state, or its end was cut off.", size, field: kept.Name);
        foreach (var (of, line, note) in await questions.AllAsync(
            CosignaturesSql, row => (row.GetInt64(0), row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3)), cancellation))
            Cosigned(of, line, note, witnesses);
    }

    private async Task<(long Size, byte[] Note)?> NextAsync(CancellationToken cancellation)
    {
        if (_page.Count == 0 && !_ended)
        {
            foreach (var row in await questions.AllAsync(PageSql, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), cancellation, _read, AtOnce))
                _page.Enqueue(row);
            _ended = _page.Count < AtOnce;
            _read = _page.Count == 0 ? _read : _page.Max(row => row.Size);
        }

        return _page.TryPeek(out var next) ? next : null;
    }

    // Null root: the tree has no such size.
    private void Check(long size, byte[] note, byte[]? root)
    {
        Count++;
        (Signed, Newest) = (size, Encoding.UTF8.GetString(note));
        try
        {
            var signed = SignedNote.Parse(note);
            var of = Checkpoint.Parse(signed.Text);
            if (of.Size != size || of.Origin != origin)
                found.Add(FindingKind.Altered, $"The checkpoint kept under size {size:N0} is of {of.Size:N0} events of {of.Origin}.", size - 1, field: "ledger_checkpoint");
            var by = signed.Check(keys);
            if (by.Bad.Count > 0) found.Add(FindingKind.Forged, $"The signature under the checkpoint of {size:N0} events is not of it.", size - 1, field: "ledger_checkpoint.note");
            else if (by.Good.Count == 0) found.Add(FindingKind.ReSigned, $"The checkpoint of {size:N0} events was signed by {string.Join(", ", signed.Signatures.Select(line => line.Name))} with a key that is not trusted.", size - 1, field: "ledger_checkpoint.note");
            else if (by.Unchecked.Count > 0) found.Add(FindingKind.Altered, $"The checkpoint of {size:N0} events has a line that the log did not write.", size - 1, field: "ledger_checkpoint.note");
            if (root is not null) Compare(size, root, of.Root);
        }
        catch (LedgerFormatException e)
        {
            found.Add(FindingKind.Malformed, $"The checkpoint of {size:N0} events: {e.Message}", size - 1, field: "ledger_checkpoint.note");
        }
    }

    private void Compare(long size, byte[] root, byte[] signed)
    {
        if (root.AsSpan().SequenceEqual(signed)) (Good, _late) = (size, false);
        // Everything after the first change differs too.
        else if (!_broken) found.Add(_late ? FindingKind.Reordered : FindingKind.Altered, $"The events {Good:N0} to {size - 1:N0} are not those of the checkpoint of {size:N0} events.", Good, field: "ledger_checkpoint");
        _broken |= Good != size;
    }

    private void Keep(string name, SignedNote note)
    {
        var of = Checkpoint.Parse(note.Text);
        var by = note.Check(keys);
        if (by.Bad.Count > 0) found.Add(FindingKind.Forged, $"The signature under the {name} of {of.Size:N0} events that was kept elsewhere is not of it.", field: name);
        else if (by.Good.Count == 0) found.Add(FindingKind.ReSigned, $"The {name} of {of.Size:N0} events that was kept elsewhere was signed with a key that is not trusted.", field: name);
        if (of.Origin == origin) _kept.Add((name, of, false));
        else found.Add(FindingKind.Forked, $"The {name} that was kept elsewhere is of the log {of.Origin}, and this is {origin}.", field: name);
    }

    private void Cosigned(long size, string line, byte[]? note, IReadOnlyList<VerifierKey> witnesses)
    {
        try
        {
            if (note is null) found.Add(FindingKind.Removed, $"A witness signed a checkpoint of {size:N0} events, which is not there.", size, field: "ledger_checkpoint");
            else if (SignedNote.Parse([.. note, .. Encoding.UTF8.GetBytes(line)]).Check(witnesses).Bad.Count > 0)
                found.Add(FindingKind.Forged, $"A witness's signature under the checkpoint of {size:N0} events is not of it.", size, field: "ledger_cosignature.line");
        }
        catch (LedgerFormatException e)
        {
            found.Add(FindingKind.Malformed, $"A witness's signature under the checkpoint of {size:N0} events: {e.Message}", size, field: "ledger_cosignature.line");
        }
    }
}
