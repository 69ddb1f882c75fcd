using Lifecycle.Application.Import;

namespace Lifecycle.Web.BringIn;

/// <summary>One file as it was sent, whole.</summary>
public sealed record UploadedFile(string Name, byte[] Content)
{
    public bool IsCsv => Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What somebody wants to bring in: registers in JSON, spreadsheets in CSV, and what the columns of these mean.</summary>
/// <param name="Mapping">Needed for CSV.</param>
public sealed record Upload(IReadOnlyList<UploadedFile> Files, UploadedFile? Mapping)
{
    /// <summary>Small enough to be kept in memory, large enough for every register of one force.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    public const int MostFiles = 5;

    public string Names => string.Join(", ", Files.Select(file => file.Name));

    /// <summary>The documents, or everything that is wrong with the files.</summary>
    public (IReadOnlyList<RegisterDocument> Documents, IReadOnlyList<ImportProblem> Problems) Read()
    {
        var readings = Files.Select(Read).ToList();
        return ([.. readings.Select(reading => reading.Document).OfType<RegisterDocument>()], [.. readings.SelectMany(reading => reading.Problems)]);
    }

    private RegisterReading Read(UploadedFile file)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        if (!file.IsCsv) return RegisterFile.Read(content, file.Name);
        using var mapping = new MemoryStream(Mapping!.Content, writable: false);
        return CsvRegister.Read(content, file.Name, mapping, Mapping.Name);
    }
}
