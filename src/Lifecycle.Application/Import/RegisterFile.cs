using System.Text.Json.Nodes;

namespace Lifecycle.Application.Import;

/// <summary>Reads a register in JSON (docs/import.md, register.schema.json).</summary>
public static class RegisterFile
{
    /// <summary>The document, or everything that is wrong with the file. Bad input never throws; a stream that cannot be read does.</summary>
    public static RegisterReading Read(Stream json, string fileName)
    {
        var problems = new List<ImportProblem>();
        return JsonText.Parse(json, fileName, problems) is { } root
            ? Read(root, fileName, problems)
            : new RegisterReading(null, problems);
    }

    /// <summary>The same for JSON that was made from something else.</summary>
    internal static RegisterReading Read(JsonNode root, string fileName, List<ImportProblem> problems)
    {
        var broken = new HashSet<string>(StringComparer.Ordinal);
        void Report(string path, string message)
        {
            broken.Add(ItemOf(path));
            problems.Add(new ImportProblem(new Place(fileName, path), message));
        }

        new SchemaCheck(Report).Check(root, Schema.Register, "$");
        if (root is not JsonObject file) return new RegisterReading(null, problems);

        var typed = new RegisterTyping(fileName, Report, broken.Contains);
        var document = typed.Document(file);
        return new RegisterReading(problems.Count == 0 ? document : null, problems);
    }

    // $.publications[3] of $.publications[3].records[0].title
    private static string ItemOf(string path) => path[..(path.IndexOf(']', StringComparison.Ordinal) + 1)];
}
