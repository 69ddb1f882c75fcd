namespace Lifecycle.Domain;

/// <summary>
/// Which texts of events can be erased, by stored type, as JSON pointers: what people typed, and names. Never ids, kinds,
/// levels, days and digests, on which rules depend. A leaf of the ledger holds a commitment in place of each. What is
/// listed stays listed, or leaves that were written could not be made again; new types and members are added.
/// </summary>
public static class ErasableText
{
    private static readonly Dictionary<string, string[]> Places = new()
    {
        ["closed_not_applicable"] = ["/reason"],
        ["closure_recommended"] = ["/statement", "/evidence/*/link"],
        ["closure_returned"] = ["/missing"],
        ["corrected"] = ["/printed", "/value", "/reason"],
        ["counts_declared"] = ["/source", "/note"],
        ["deadline_changed"] = ["/deadlines/*/what", "/deadlines/*/printed", "/reason"],
        ["delivery_forecast"] = ["/printed"],
        ["erased"] = ["/reason"],
        ["evidence_submitted"] = ["/name", "/description", "/link"],
        ["evidence_withdrawn"] = ["/reason"],
        ["guidance_given"] = ["/advice"],
        ["guidance_requested"] = ["/question"],
        ["inspection_notified"] = ["/title", "/when", "/note"],
        ["judgments_graded"] = ["/judgments/*/note"],
        ["level_graded"] = ["/reason"],
        ["linked"] = ["/note"],
        ["missed_deadline_explained"] = ["/reason"],
        ["owner_allocated"] = ["/owner", "/board"],
        ["position_declared"] = ["/source", "/note"],
        ["progress_reported"] = ["/text"],
        ["publication_released"] = ["/title", "/titleAsPrinted", "/publishedAsPrinted", "/commissionedBy", "/source", "/notes"],
        ["rag_rated"] = ["/reason"],
        ["recommendation_raised"] = ["/numberAsPrinted", "/title", "/summary", "/deadlines/*/what", "/deadlines/*/printed", "/condition", "/source"],
        ["records_made"] = ["/records/*/numberAsPrinted", "/records/*/title", "/records/*/summary", "/records/*/addresseesAsPrinted", "/records/*/condition", "/records/*/deadlines/*/what", "/records/*/deadlines/*/printed", "/records/*/source"],
        ["reinspection_expected"] = ["/when", "/note"],
        ["reinspection_held"] = ["/when", "/judgment", "/note"],
        ["relevance_decided"] = ["/reason"],
        ["reopened"] = ["/reason"],
        ["reported_to_board"] = ["/board", "/text"],
        ["risk_registered"] = ["/riskReference", "/note"],
        ["scrutiny_passed"] = ["/note"],
        ["scrutiny_returned"] = ["/reason"],
        ["signed_off"] = ["/oversightNote", "/evidence/*/link"],
        ["step_met"] = ["/note"],
        ["step_reopened"] = ["/reason"],
        ["steps_to_green_set"] = ["/steps/*/criterion"],
        ["superseded"] = ["/reason"],
        ["withdrawn"] = ["/reason"],
    };

    public static IReadOnlyDictionary<string, string[]> ByType => Places;

    /// <summary>Whether a pointer, with the numbers of items in place of stars, is such a place.</summary>
    public static bool Has(string type, string pointer) =>
        Places.GetValueOrDefault(type, []).Contains(string.Join('/', pointer.Split('/').Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "*" : part)));
}
