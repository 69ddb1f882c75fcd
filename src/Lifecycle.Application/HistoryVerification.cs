using System.Text;
using System.Text.Json;
using Lifecycle.EventStore;
using Lifecycle.EventStore.Log;
using Lifecycle.EventStore.Log.Verification;
using Lifecycle.Ledger;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>What somebody who verifies brings along: verifier keys, checkpoints and receipts that were kept outside the database.</summary>
public sealed record Outside(IReadOnlyList<string> Keys, IReadOnlyList<string> Checkpoints, IReadOnlyList<string> Receipts)
{
    public static Outside Nothing { get; } = new([], [], []);

    /// <exception cref="LedgerFormatException">One of them is not what it should be.</exception>
    public Trust ToTrust() => new(
        [.. Keys.Select(VerifierKey.Parse)],
        [.. Checkpoints.Select(note => SignedNote.Parse(Encoding.UTF8.GetBytes(note)))],
        [.. Receipts.Select(receipt => Receipt.Parse(Encoding.UTF8.GetBytes(receipt)))]);
}

/// <summary>How far a verification is.</summary>
/// <param name="What">In words, for example "events".</param>
public sealed record VerifyProgress(string What, long Done, long Of);

/// <summary>A verification as it was kept: when, by whom, and whether everything held.</summary>
/// <param name="What">"database", or "sign" for a checkpoint that was refused.</param>
/// <param name="Result">Counts and findings, or the reason of a refusal, as JSON.</param>
public sealed record KeptVerification(DateTimeOffset At, string Actor, string What, bool Holds, string Result)
{
    /// <summary>Null for a checkpoint that was refused.</summary>
    public HistoryReport? Report => What == "database" ? JsonSerializer.Deserialize<HistoryReport>(Result, HistoryReport.Json) : null;
}

/// <summary>Verifies the whole history in the database against itself, its signatures and what was kept elsewhere, and remembers the result.</summary>
public sealed class HistoryVerification(Database database, EventStore.EventStore store, LedgerSettings settings, TimeProvider clock)
{
    /// <param name="outside">What is kept beside the key is always taken too.</param>
    /// <param name="readModels">Whether what is shown is compared with what was recorded, which takes as long as a rebuild and the login that owns the schema.</param>
    /// <exception cref="LedgerFormatException">What was brought along cannot be read.</exception>
    public async Task<HistoryReport> RunAsync(
        Caller caller, Outside outside, bool readModels, IProgress<VerifyProgress>? progress, CancellationToken cancellation)
    {
        var trust = With(KeptLog.Read(settings.ToLog().KeptFile).ToTrust(), outside.ToTrust());
        var log = await LogVerification.RunAsync(
            store, trust, progress is null ? null : new Told<VerificationProgress>(p => progress.Report(new("Events", p.Leaves, p.Of))), cancellation);
        var findings = log.Findings.ToList();
        if (readModels)
        {
            var told = progress is null ? null : new Told<RebuildProgress>(p => progress.Report(new("Read models", p.Events, p.Of)));
            findings.AddRange((await ReadModelCheck.RunAsync(database, told, cancellation)).Select(Finding));
        }

        var report = HistoryReport.Of(log, findings, readModels ? AllReadModels.Names.Count : null);
        await Verifications.AddAsync(database, clock.GetUtcNow(), caller.Actor, "database", report.Holds, JsonSerializer.Serialize(report, HistoryReport.Json), cancellation);
        return report;
    }

    /// <summary>The latest verifications and refusals to sign, newest first.</summary>
    public async Task<IReadOnlyList<KeptVerification>> LatestAsync(int limit, CancellationToken cancellation) =>
        [.. (await Verifications.LatestAsync(database, limit, cancellation)).Select(v => new KeptVerification(v.At, v.Actor, v.What, v.Holds, v.Result))];

    private static Trust With(Trust kept, Trust given) => new(
        [.. kept.Keys.Concat(given.Keys).Distinct()], [.. kept.Checkpoints, .. given.Checkpoints], given.Receipts);

    private static Finding Finding(ReadModelDifference difference) => new(
        FindingKind.Altered,
        $"The read model {difference.Model} is not what the events give: {difference.Unexpected:N0} rows too many or changed, {difference.Missing:N0} missing, the first of stream {difference.Stream}. 'lifecycle rebuild {difference.Model}' puts it right.",
        Field: difference.Model);
}
