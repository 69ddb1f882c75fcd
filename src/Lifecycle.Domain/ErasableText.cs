namespace Lifecycle.Domain;

/// <summary>
/// Which members of an event hold text that people typed, and so may hold personal data that must go one day. The ledger keeps
/// only a commitment to each, so that erasing the text breaks no proof. What rules and references depend on is kept: ids, kinds,
/// levels, days, digests. A change here changes what later events commit to, never earlier ones.
/// </summary>
public static class ErasableText
{
    private sealed record Members(string[] Erasable, string[] Kept);

    private static readonly Dictionary<string, Members> Table = new()
    {
        ["inspection_notified"] = Of("/title /when /note", kept: "/publication /kind /bodies/*"),
        ["reinspection_expected"] = Of("/when /note", kept: "/body"),
        ["reinspection_held"] = Of("/when /judgment /note", kept: "/body"),
        ["publication_released"] = Of(
            "/title /titleAsPrinted /publishedAsPrinted /commissionedBy /source /notes",
            kept: "/publication /kind /inspected/* /addressed/* /jointWith/*"),
        ["records_made"] = Of(
            "/records/*/title /records/*/summary /records/*/addresseesAsPrinted /records/*/condition /records/*/source"
            + " /records/*/deadlines/*/what /records/*/deadlines/*/printed",
            kept: "/records/*/number /records/*/numberAsPrinted /records/*/addressees/* /records/*/partners/* /records/*/parent"
            + " /records/*/themes/* /records/*/areas/* /records/*/deadlines/*/owner"),
        ["judgments_graded"] = Of("/judgments/*/note", kept: "/body /cycle /judgments/*/area"),
        ["counts_declared"] = Of("/source /note", kept: "/subject"),
        ["position_declared"] = Of("/source /note", kept: "/position /subject/body"),
        ["recommendation_raised"] = Of(
            "/title /summary /condition /source /deadlines/*/what /deadlines/*/printed",
            kept: "/reference /publication /number /numberAsPrinted /body /parent /themes/* /areas/* /partners/* /deadlines/*/owner"),
        ["level_graded"] = Of("/reason"),
        ["relevance_decided"] = Of("/reason"),
        ["owner_allocated"] = Of("/owner /board"),
        ["rag_rated"] = Of("/reason"),
        ["risk_registered"] = Of("/note", kept: "/riskReference"),
        ["steps_to_green_set"] = Of("/steps/*/criterion", kept: "/steps/*/id"),
        ["step_met"] = Of("/note", kept: "/step"),
        ["step_reopened"] = Of("/reason", kept: "/step"),
        ["progress_reported"] = Of("/text", kept: "/reportId /channel"),
        ["evidence_submitted"] = Of("/name /description /link", kept: "/evidenceId /sha256 /mediaType /steps/*"),
        ["evidence_withdrawn"] = Of("/reason", kept: "/evidenceId"),
        ["guidance_requested"] = Of("/question", kept: "/requestId"),
        ["guidance_given"] = Of("/advice", kept: "/guidanceId /requestId"),
        ["scrutiny_passed"] = Of("/note"),
        ["scrutiny_returned"] = Of("/reason"),
        ["closure_recommended"] = Of("/statement /evidence/*/link", kept: "/recommendedBy /evidence/*/evidenceId /evidence/*/sha256"),
        ["closure_returned"] = Of("/missing"),
        ["signed_off"] = Of("/oversightNote /evidence/*/link", kept: "/channel /evidence/*/evidenceId /evidence/*/sha256 /rule"),
        ["closed_not_applicable"] = Of("/reason"),
        ["superseded"] = Of("/reason", kept: "/successor"),
        ["withdrawn"] = Of("/reason"),
        ["reopened"] = Of("/reason"),
        ["deadline_changed"] = Of("/deadlines/*/what /deadlines/*/printed /reason", kept: "/deadlines/*/owner"),
        ["missed_deadline_explained"] = Of("/reason"),
        ["delivery_forecast"] = Of("/printed"),
        ["reported_to_board"] = Of("/board /text", kept: "/reportId"),
        ["linked"] = Of("/note", kept: "/target"),
        ["corrected"] = Of("/printed /value /reason", kept: "/field"),
    };

    /// <summary>Every stored type that has some.</summary>
    public static IEnumerable<string> Types => Table.Where(entry => entry.Value.Erasable.Length > 0).Select(entry => entry.Key);

    /// <summary>JSON pointers into the data of events of this stored type; '*' stands for every element of a list. None for a type that is not known.</summary>
    public static IReadOnlyList<string> In(string type) => Table.TryGetValue(type, out var members) ? members.Erasable : [];

    /// <summary>Members that hold text and are never erased.</summary>
    public static IReadOnlyList<string> KeptIn(string type) => Table.TryGetValue(type, out var members) ? members.Kept : [];

    private static Members Of(string erasable, string kept = "") => new(Pointers(erasable), Pointers(kept));

    private static string[] Pointers(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
