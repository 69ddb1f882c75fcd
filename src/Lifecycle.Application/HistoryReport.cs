using System.Text.Json;
using System.Text.Json.Serialization;
using Lifecycle.EventStore.Log.Verification;
using Lifecycle.Ledger;

namespace Lifecycle.Application;

/// <summary>One thing that was found.</summary>
/// <param name="Kind">altered, removed, inserted, reordered, re-signed, truncated, forked, forged, gap, late, erased and so on.</param>
/// <param name="Sentence">In words.</param>
/// <param name="Leaf">Number of the leaf.</param>
/// <param name="Position">Position of the event.</param>
/// <param name="Field">JSON pointer into the leaf, or a column.</param>
/// <param name="Condemns">False for what is no fault by itself.</param>
public sealed record HistoryFinding(string Kind, string Sentence, long? Leaf, long? Position, string? Field, bool Condemns);

/// <summary>What was verified, how many of each, and what was found.</summary>
/// <param name="Log">The log's name.</param>
/// <param name="Events">Events held against their leaves.</param>
/// <param name="Leaves">Leaves hashed anew.</param>
/// <param name="OtherPrograms">Leaves of events that came by another way than through the service.</param>
/// <param name="Tiles">Tiles of the tree compared.</param>
/// <param name="Checkpoints">Checkpoints whose signature and tree were checked.</param>
/// <param name="Signed">Events that the last checkpoint that holds covers.</param>
/// <param name="ReadModels">Read models compared row for row; null when they were left out.</param>
/// <param name="Keys">The log's keys that were trusted.</param>
/// <param name="Findings">The first twenty of each kind.</param>
/// <param name="Counts">How many of each kind there are.</param>
public sealed record HistoryReport(
    string Log, bool Holds, long Events, long Leaves, long OtherPrograms, long Tiles, long Checkpoints, long Signed, int? ReadModels,
    IReadOnlyList<string> Keys, IReadOnlyList<HistoryFinding> Findings, IReadOnlyDictionary<string, long> Counts)
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    internal static HistoryReport Of(LogReport log, IReadOnlyList<Finding> findings, int? readModels) => new(
        log.Origin, !findings.Any(finding => finding.Condemns), log.Events, log.Leaves, log.Foreign, log.Tiles, log.Checkpoints, log.Signed, readModels,
        log.Keys, Of(findings), findings.GroupBy(finding => Word(finding.Kind)).ToDictionary(kind => kind.Key, kind => Math.Max(kind.Count(), log.Counts.GetValueOrDefault(kind.First().Kind))));

    internal static IReadOnlyList<HistoryFinding> Of(IEnumerable<Finding> findings) =>
        [.. findings.Select(f => new HistoryFinding(Word(f.Kind), f.Sentence, f.Index, f.Position, f.Field, f.Condemns))];

    internal static string Word(FindingKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
