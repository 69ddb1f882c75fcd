using System.Text;
using Lifecycle.Application.Import;

namespace Lifecycle.Application.Tests.Import;

/// <summary>Reads texts as files.</summary>
internal static class Text
{
    public static Stream File(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static RegisterReading Register(string json) => RegisterFile.Read(File(json), "register.json");

    public static RegisterReading Csv(string csv, string mapping) => CsvRegister.Read(File(csv), "tracker.csv", File(mapping), "tracker.mapping.json");

    /// <summary>A file of docs/examples.</summary>
    public static string Example(string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "examples", name));

    /// <summary>Each problem as "place: message".</summary>
    public static IEnumerable<string> Lines(this RegisterReading reading) => reading.Problems.Select(problem => problem.ToString());
}
