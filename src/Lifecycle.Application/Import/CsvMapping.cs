using System.Text.Json;
using System.Text.Json.Nodes;
using Lifecycle.Domain;

namespace Lifecycle.Application.Import;

/// <summary>How to read a force's spreadsheet: csv-mapping.schema.json, typed. What a field is called there is what it is called here.</summary>
internal sealed record CsvMapping(
    string Title,
    string? Source,
    string Delimiter,
    IReadOnlyList<string> DateFormats,
    JsonObject Publication,
    string Body,
    Performer By,
    DateOnly On,
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyDictionary<string, string> Constants,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values,
    IReadOnlyList<string> Ignore)
{
    private static readonly string[] Needed = ["number", "kind", "title", "summary"];

    /// <summary>Null, and problems, when the mapping cannot be used.</summary>
    public static CsvMapping? Read(Stream json, string file, List<ImportProblem> problems)
    {
        if (JsonText.Parse(json, file, problems) is not { } root) return null;
        void Report(string path, string message) => problems.Add(new ImportProblem(new Place(file, path), message));

        new SchemaCheck(Report).Check(root, Schema.CsvMapping, "$");
        if (problems.Count > 0) return null;
        var mapping = root.Deserialize<CsvMapping>(EventCodec.Json)!;
        mapping.Check(Report);
        return problems.Count == 0 ? mapping : null;
    }

    /// <summary>The heading of the column that holds a field; null where none does.</summary>
    public string? ColumnOf(string field) => Columns.FirstOrDefault(column => column.Value == field).Key;

    /// <summary>What stands for a word of the spreadsheet in a field: the word of the register, or the word itself.</summary>
    public string InRegister(string field, string word) => Values.TryGetValue(field, out var words)
        ? words.FirstOrDefault(pair => string.Equals(pair.Key, word, StringComparison.OrdinalIgnoreCase)).Value ?? word
        : word;

    private void Check(Action<string, string> report)
    {
        foreach (var twice in Columns.Values.Concat(Constants.Keys).GroupBy(field => field).Where(group => group.Count() > 1))
        {
            report("$.columns", $"'{twice.Key}' comes from more than one place. Leave one column or constant for it.");
        }

        foreach (var field in Needed.Where(field => ColumnOf(field) is null && !Constants.ContainsKey(field)))
        {
            report("$.columns", $"No column holds the {field}. Map one to '{field}', or give it under constants.");
        }

        if (Publication["records"] is JsonArray { Count: > 0 })
        {
            report("$.publication.records", "The records come from the spreadsheet. Take them out of the mapping.");
        }
    }
}
