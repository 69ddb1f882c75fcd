using Lifecycle.Ledger;

namespace Lifecycle.EventStore.Log.Verification;

/// <summary>How far a verification is.</summary>
public sealed record VerificationProgress(long Leaves, long Of);

/// <summary>What was verified, how many of each, and what was found.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Events">Events, each held against its leaf.</param>
/// <param name="Leaves">Leaves, each hashed anew.</param>
/// <param name="Foreign">Leaves of events that came by another way than through the service.</param>
/// <param name="Tiles">Full tiles compared.</param>
/// <param name="Checkpoints">Checkpoints whose signature and root were checked.</param>
/// <param name="Signed">Events that the last checkpoint that holds covers.</param>
/// <param name="Newest">The last checkpoint in the database, as the signed note.</param>
/// <param name="Keys">The keys that were trusted.</param>
/// <param name="Counts">How many findings of each kind; <paramref name="Findings"/> lists the first twenty of each.</param>
public sealed record LogReport(
    string Origin, long Events, long Leaves, long Foreign, long Tiles, long Checkpoints, long Signed, string? Newest,
    IReadOnlyList<string> Keys, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<FindingKind, long> Counts)
{
    public bool Holds => !Findings.Any(finding => finding.Condemns);
}

/// <summary>
/// Derives everything anew from one look at the database: each event from its row, each leaf's hash from its bytes, the tree from
/// the leaves, and holds all of it against what is stored, what was signed, and what somebody kept elsewhere. In one pass over
/// events and leaves side by side, in constant memory, while the service goes on.
/// </summary>
public static class LogVerification
{
    /// <param name="trust">Keys, checkpoints and receipts from outside the database; without keys those in the database are taken at their word, and it is said so.</param>
    public static async Task<LogReport> RunAsync(
        EventStore store, Trust trust, IProgress<VerificationProgress>? progress, CancellationToken cancellation)
    {
        await using var snapshot = await Snapshot.TakeAsync(store.Database, cancellation);
        var (questions, found) = (snapshot.Questions, new Findings());
        var origin = await LogTables.OriginAsync(questions, cancellation);
        var keys = await KeysAsync(snapshot, trust, found, cancellation);
        var checkpoints = new CheckpointCheck(questions, origin, trust, keys, found);
        checkpoints.Keep();
        var tree = new TreeCheck(questions, checkpoints, found);
        var erasures = new Erasures(found);
        var pairs = new Pairing(tree, new EventCheck(store.Options, questions, erasures, found), found);
        await tree.StartAsync(cancellation);
        await pairs.RunAsync(snapshot, progress, cancellation);
        erasures.Finish();
        var witnesses = Parsed(await LogTables.KeysAsync(questions, LogTables.WitnessRole, cancellation), found);
        await checkpoints.FinishAsync(tree.Size, witnesses, cancellation);
        await tree.FinishAsync(checkpoints.Signed, cancellation);
        await new StreamCheck(store.Options, found).RunAsync(questions, cancellation);
        return new(
            origin, pairs.Events, tree.Size, pairs.Foreign, tree.Tiles, checkpoints.Count, checkpoints.Good, checkpoints.Newest,
            [.. keys.Select(key => key.ToString())], found.All, found.Counts);
    }

    // A key that the database names and nobody trusts is one that somebody put there.
    private static async Task<IReadOnlyList<VerifierKey>> KeysAsync(Snapshot snapshot, Trust trust, Findings found, CancellationToken cancellation)
    {
        var named = Parsed(await LogTables.KeysAsync(snapshot.Questions, LogTables.LogRole, cancellation), found);
        if (trust.Keys.Count == 0)
        {
            found.Add(FindingKind.Untrusted, "No key was given, so those that the database itself names were taken at their word. Compare them with one that was kept elsewhere.");
            return named;
        }

        foreach (var stranger in named.Except(trust.Keys))
            found.Add(FindingKind.ReSigned, $"The database names a key of the log that is not trusted: {stranger}", field: "ledger_key");
        return trust.Keys;
    }

    private static List<VerifierKey> Parsed(IEnumerable<string> keys, Findings found)
    {
        var parsed = new List<VerifierKey>();
        foreach (var key in keys)
        {
            try
            {
                parsed.Add(VerifierKey.Parse(key));
            }
            catch (LedgerFormatException e)
            {
                found.Add(FindingKind.Malformed, e.Message, field: "ledger_key");
            }
        }

        return parsed;
    }
}
