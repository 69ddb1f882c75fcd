using Lifecycle.Application;

namespace Lifecycle.Web.Sentences;

/// <summary>What can be done with a record, as links say it.</summary>
public static class ActWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["grade"] = "Set the level",
        ["decide-relevance"] = "Decide whether it is relevant",
        ["allocate"] = "Allocate an owner and a board",
        ["rate-rag"] = "Rate progress red, amber or green",
        ["register-risk"] = "Note it in the risk register",
        ["set-steps"] = "Set the steps to green",
        ["meet-step"] = "Say that a step is met",
        ["reopen-step"] = "Say that a step is no longer met",
        ["report-progress"] = "Report progress",
        ["submit-evidence"] = "Submit evidence",
        ["withdraw-evidence"] = "Withdraw evidence",
        ["request-guidance"] = "Ask HMICFRS for guidance",
        ["give-guidance"] = "Give guidance",
        ["pass-scrutiny"] = "Pass scrutiny",
        ["return-scrutiny"] = "Return at scrutiny",
        ["recommend-closure"] = "Recommend closure",
        ["return-closure"] = "Return it without signing off",
        ["sign-off"] = "Sign off",
        ["close-not-applicable"] = "Close as not applicable",
        ["supersede"] = "Replace by a later record",
        ["withdraw"] = "Withdraw the record",
        ["reopen"] = "Reopen",
        ["change-deadline"] = "Change the deadline",
        ["explain-missed-deadline"] = "Explain a missed deadline",
        ["forecast"] = "Forecast delivery",
        ["report-to-board"] = "Note a report to a board",
        ["link"] = "Link to another record",
        ["correct"] = "Correct what was printed or entered",
    };

    /// <summary>The acts in groups that a person looks for, each act once.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<string> Commands)> Groups { get; } =
    [
        ("Decide", ["sign-off", "return-closure", "recommend-closure", "pass-scrutiny", "return-scrutiny", "decide-relevance", "grade"]),
        ("Work on it", ["allocate", "set-steps", "meet-step", "reopen-step", "submit-evidence", "withdraw-evidence", "request-guidance", "give-guidance"]),
        ("Report", ["report-progress", "rate-rag", "register-risk", "forecast", "explain-missed-deadline", "change-deadline", "report-to-board"]),
        ("Keep the record right", ["link", "correct"]),
        ("End or reopen", ["close-not-applicable", "supersede", "withdraw", "reopen"]),
    ];

    /// <summary>Whether it moves the record towards its end, so that everybody wants to know who may do it.</summary>
    public static bool IsDecisive(string command) =>
        command is "sign-off" or "return-closure" or "recommend-closure" or "pass-scrutiny" or "return-scrutiny" or "reopen";

    /// <summary>Why it cannot be done: what keeps everybody from it comes before what keeps only you.</summary>
    public static string Why(NextAct act) => (act.Block ?? act.Why)?.Message ?? "";

    /// <summary>For example "Recommend closure".</summary>
    public static string Of(string command) => Words[command];
}
