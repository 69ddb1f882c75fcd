using System.Text;
using Lifecycle.Application;
using Lifecycle.Ledger;

namespace Lifecycle.Cli;

/// <summary>What a verification found, for a person.</summary>
internal static class VerifyText
{
    public static string Of(HistoryReport report)
    {
        var text = new StringBuilder();
        text.AppendLine($"Log {report.Log}");
        text.AppendLine($"  {report.Events,12:N0} events held against their leaves, every column");
        text.AppendLine($"  {report.Leaves,12:N0} leaves hashed anew, {report.OtherPrograms:N0} of them of other programs");
        text.AppendLine($"  {report.Tiles,12:N0} tiles of the tree");
        text.AppendLine($"  {report.Checkpoints,12:N0} checkpoints; {report.Signed:N0} events are signed for");
        text.AppendLine(report.ReadModels is { } models ? $"  {models,12:N0} read models made anew and compared row for row" : "  The read models were left out.");
        foreach (var key in report.Keys) text.AppendLine($"  Key {key}");
        Findings(text, report.Findings);
        text.Append(report.Holds
            ? report.Findings.Any(finding => finding.Kind == "untrusted")
                ? "Everything agrees with itself. Give a key or a checkpoint that was kept elsewhere to know that it is the true history."
                : "The history holds."
            : First(report.Findings));
        return text.ToString();
    }

    public static string Of(BundleReport report)
    {
        var text = new StringBuilder();
        if (report.Checkpoint is { } checkpoint) text.AppendLine($"Log {checkpoint.Origin}, {checkpoint.Size:N0} events");
        text.AppendLine($"  {report.Leaves,12:N0} events proved to be in it");
        text.AppendLine($"  {report.Openings,12:N0} texts held against their commitments");
        text.AppendLine($"  {report.EarlierCheckpoints,12:N0} earlier checkpoints");
        text.AppendLine($"  {report.EvidenceFiles,12:N0} evidence files");
        foreach (var key in report.Signers) text.AppendLine($"  Signed by {key}");
        foreach (var line in report.NotChecked) text.AppendLine($"  Not checked here: the signature of {line.Name}");
        var findings = report.Findings.Select(finding => new HistoryFinding($"{finding.Kind}", finding.Sentence, finding.Index, finding.Position, finding.Field, finding.Condemns)).ToList();
        Findings(text, findings);
        text.Append(report.IsGood ? "The bundle holds." : First(findings));
        return text.ToString();
    }

    public static string Of(ReceiptReport report)
    {
        var text = new StringBuilder();
        if (report is { Checkpoint: { } checkpoint, Leaf: { } leaf })
            text.AppendLine($"Receipt of the event at position {leaf.Position}: {leaf.Type}, version {leaf.Version} of stream {leaf.Stream} of {leaf.Tenant}, in the log {checkpoint.Origin} of {checkpoint.Size:N0} events");
        foreach (var key in report.Signers) text.AppendLine($"  Signed by {key}");
        foreach (var line in report.NotChecked) text.AppendLine($"  Not checked here: the signature of {line.Name}");
        foreach (var finding in report.Findings) text.AppendLine($"  {(finding.Condemns ? "✗" : "·")} {finding.Sentence}");
        text.Append(report.IsGood ? "The receipt holds." : "The receipt does not hold.");
        return text.ToString();
    }

    /// <summary>The same for programs.</summary>
    public static object Plain(ReceiptReport report) => new
    {
        holds = report.IsGood,
        log = report.Checkpoint?.Origin,
        size = report.Checkpoint?.Size,
        position = report.Leaf?.Position,
        signers = report.Signers.Select(key => $"{key}").ToList(),
        findings = report.Findings,
    };

    /// <summary>The same for programs, with what JSON cannot say left out.</summary>
    public static object Plain(BundleReport report) => new
    {
        holds = report.IsGood,
        log = report.Checkpoint?.Origin,
        size = report.Checkpoint?.Size,
        leaves = report.Leaves,
        openings = report.Openings,
        earlierCheckpoints = report.EarlierCheckpoints,
        evidenceFiles = report.EvidenceFiles,
        signers = report.Signers.Select(key => $"{key}").ToList(),
        findings = report.Findings,
    };

    private static void Findings(StringBuilder text, IReadOnlyList<HistoryFinding> findings)
    {
        foreach (var finding in findings) text.AppendLine($"  {(finding.Condemns ? "✗" : "·")} {finding.Sentence}");
    }

    private static string First(IReadOnlyList<HistoryFinding> findings)
    {
        var bad = findings.Where(finding => finding.Condemns).ToList();
        var first = bad.Where(finding => finding.Position is not null).MinBy(finding => finding.Position);
        return first is null
            ? $"The history does not hold: {bad[0].Sentence}"
            : $"The history does not hold. The first bad position is {first.Position}{(first.Field is { } field ? $", {field}" : "")}.";
    }
}
