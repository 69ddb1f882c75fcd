using System.Globalization;
using System.Text.Json.Nodes;

namespace Lifecycle.Application.Import;

/// <summary>Makes one row of a spreadsheet into a record and into what the force says about it.</summary>
/// <param name="mapping">What the columns hold.</param>
/// <param name="cells">Text of a field in this row; null where it has none.</param>
/// <param name="source">Where the row stands.</param>
/// <param name="report">Takes the field and the message of each problem.</param>
internal sealed class CsvRowReader(CsvMapping mapping, Func<string, string?> cells, string source, Action<string, string> report)
{
    private static readonly string[] Undated = ["as-soon-as-possible", "urgent", "set-nationally"];

    /// <summary>The record, in the shape of the register.</summary>
    public JsonObject Record() => new()
    {
        ["number"] = Slug(Required("number")),
        ["numberAsPrinted"] = cells("numberAsPrinted") ?? cells("number"),
        ["kind"] = Required("kind"),
        ["title"] = Required("title"),
        ["summary"] = Required("summary"),
        ["addressees"] = new JsonArray(mapping.Body),
        ["condition"] = cells("condition"),
        ["level"] = Level(),
        ["deadlines"] = new JsonArray([.. Deadlines()]),
        ["themes"] = new JsonArray([.. (cells("themes") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(theme => (JsonNode)theme)]),
        ["source"] = cells("source") ?? source,
    };

    /// <summary>What the force says: who leads, the traffic light, and how far it is. None of it closes a record.</summary>
    public JsonArray Acts() => new([.. new[] { Allocated(), Rated(), Said() }.OfType<JsonObject>()]);

    private JsonObject? Allocated()
    {
        if (cells("owner") is { } owner) return Act("allocate", ("owner", owner), ("board", cells("board")));
        if (cells("board") is not null && mapping.ColumnOf("board") is not null) report("board", "A board is named and no owner. Enter the post that leads the work.");
        return null;
    }

    private JsonObject? Rated()
    {
        if (cells("rag") is not { } rag) return null;
        if (cells("ragReason") is { } reason) return Act("rate-rag", ("rag", rag), ("reason", reason));
        report("rag", "A traffic light needs its reason. Map a column to 'ragReason', or enter the reason.");
        return null;
    }

    private JsonObject? Said()
    {
        var text = cells("progress");
        switch (cells("status"))
        {
            case null or "open": return text is null ? null : Progress(text, done: false);
            case "in-progress": return Progress(text ?? "In progress, as the force's own list has it.", done: false);
            case "implemented": return Progress(text ?? "Implemented, as the force's own list has it.", done: true);
            case "not-relevant": return Act("decide-relevance", ("relevant", false), ("reason", text ?? "Not relevant, as the force's own list has it."));
            case var other:
                report("status", $"'{other}' is not a status that a force can give. Say under values.status whether it stands for open, in-progress, implemented or not-relevant.");
                return null;
        }
    }

    // One report for each day of the list, so that reading the same list again adds nothing.
    private JsonObject Progress(string text, bool done) => Act("report-progress",
        ("text", text), ("reportId", $"list-{mapping.On:yyyy-MM-dd}"), ("forBoard", true), ("claimsImplemented", done));

    private static JsonObject Act(string command, params (string Name, JsonNode? Value)[] fields) =>
        new([KeyValuePair.Create("command", (JsonNode?)command), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    private int? Level()
    {
        if (cells("level") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level)) return level;
        report("level", $"'{text}' is not a level. Use 1 to 4, or say under values.level what it stands for; leave the cell empty where the level is not known.");
        return null;
    }

    private IEnumerable<JsonNode> Deadlines()
    {
        if (cells("deadline") is not { } text) yield break;
        var printed = cells("deadlineAsPrinted") ?? text;
        if (Undated.Contains(text))
        {
            yield return new JsonObject { ["what"] = "Completion", ["printed"] = printed, ["form"] = text };
        }
        else if (DateOnly.TryParseExact(text, [.. mapping.DateFormats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            yield return new JsonObject { ["what"] = "Completion", ["printed"] = printed, ["form"] = "day", ["due"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        }
        else
        {
            report("deadline", $"'{text}' is not a day written as {string.Join(" or ", mapping.DateFormats)}, for example {Sample}. "
                + $"Correct it, add its form to dateFormats, or say under values.deadline that it stands for {string.Join(", ", Undated)}.");
        }
    }

    // As the file must hold it, so that it can be typed over what is wrong.
    private string Sample => new DateOnly(2023, 9, 4).ToString(mapping.DateFormats[0], CultureInfo.InvariantCulture);

    private string Required(string field)
    {
        if (cells(field) is { } text) return text;
        report(field, "This cell is empty. Every record needs it.");
        return "-";
    }

    private static string Slug(string text) =>
        string.Join('-', new string([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
