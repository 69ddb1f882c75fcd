using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lifecycle.Domain;

namespace Lifecycle.Application.Import;

/// <summary>A spreadsheet turned into the register's JSON, which then is read like any other; remembers which row each part came from.</summary>
internal sealed partial class CsvConversion
{
    private readonly CsvMapping _map;
    private readonly string _csvName;
    private readonly string _mappingName;
    private readonly Dictionary<string, int> _rows = [];
    private readonly JsonArray _records = [];
    private readonly JsonArray _lifecycles = [];

    private CsvConversion(CsvMapping map, string csvName, string mappingName) => (_map, _csvName, _mappingName) = (map, csvName, mappingName);

    /// <summary>The register: one publication, its records, and what the force says about each.</summary>
    public JsonObject Register { get; private set; } = [];

    /// <param name="report">Takes row, heading and message of each cell that cannot be converted.</param>
    public static CsvConversion Of(CsvTable table, CsvMapping map, string csvName, string mappingName, Action<int, string?, string> report)
    {
        var conversion = new CsvConversion(map, csvName, mappingName);
        foreach (var row in table.Rows) conversion.Add(row, table.Headings, report);
        var publication = map.Publication.DeepClone().AsObject();
        publication["records"] = conversion._records;
        publication["source"] ??= map.Source ?? map.Title;
        conversion.Register = new JsonObject
        {
            ["format"] = "lifecycle-register/1",
            ["title"] = map.Title,
            ["source"] = map.Source,
            ["publications"] = new JsonArray(publication),
            ["lifecycles"] = conversion._lifecycles,
        };
        return conversion;
    }

    /// <summary>The row and column, or the place in the mapping, for a path of the register.</summary>
    public Place PlaceOf(Place place)
    {
        if (InRow().Match(place.Path ?? "") is { Success: true } match && _rows.TryGetValue(match.Groups["item"].Value, out var row))
        {
            return new Place(_csvName, Row: row, Column: ColumnOf(match.Groups["field"].Value));
        }

        return new Place(_mappingName, place.Path?.Replace("$.publications[0]", "$.publication", StringComparison.Ordinal));
    }

    public RegisterDocument Placed(RegisterDocument document) => document with
    {
        Publications = [.. document.Publications.Select(entry => entry with { Place = PlaceOf(entry.Place) })],
        Lifecycles = [.. document.Lifecycles.Select(entry => entry with
        {
            Place = PlaceOf(entry.Place),
            Acts = [.. entry.Acts.Select(act => act with { Place = PlaceOf(act.Place) })],
        })],
    };

    private void Add(CsvRow row, IReadOnlyList<string> headings, Action<int, string?, string> report)
    {
        var source = $"{_map.Source ?? _map.Title}, row {row.Number}";
        var reader = new CsvRowReader(_map, field => Cell(field, row, headings), source, (field, message) => report(row.Number, _map.ColumnOf(field), message));
        var record = reader.Record();
        _rows[$"$.publications[0].records[{_records.Count}]"] = row.Number;
        _records.Add((JsonNode)record);

        var acts = reader.Acts();
        if (acts.Count == 0) return;
        _rows[$"$.lifecycles[{_lifecycles.Count}]"] = row.Number;
        foreach (var act in acts) Frame(act!.AsObject(), source);
        _lifecycles.Add((JsonNode)new JsonObject { ["reference"] = $"{_map.Publication["id"]}-{record["number"]}-{_map.Body}", ["acts"] = acts });
    }

    private void Frame(JsonObject act, string source)
    {
        act["by"] = JsonSerializer.SerializeToNode(_map.By, EventCodec.Json);
        act["on"] = JsonSerializer.SerializeToNode(_map.On);
        act["source"] = source;
    }

    private string? Cell(string field, CsvRow row, IReadOnlyList<string> headings)
    {
        var at = headings.ToList().FindIndex(heading => string.Equals(heading, _map.ColumnOf(field), StringComparison.OrdinalIgnoreCase));
        var text = at >= 0 ? row.Cells[at] : _map.Constants.GetValueOrDefault(field, "");
        return string.IsNullOrWhiteSpace(text) ? null : _map.InRegister(field, text);
    }

    // A field of the register, and the column that it is made of where the two have different names.
    private string? ColumnOf(string field) => _map.ColumnOf(field switch
    {
        "deadlines" => "deadline",
        "text" or "reason" => "progress",
        _ => field,
    });

    [GeneratedRegex(@"^(?<item>\$\.(publications\[0\]\.records|lifecycles)\[\d+\])(\.acts\[\d+\])?\.?(?<field>\w+)?")]
    private static partial Regex InRow();
}
