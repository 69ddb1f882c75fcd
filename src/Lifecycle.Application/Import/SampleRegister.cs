namespace Lifecycle.Application.Import;

/// <summary>The register that ships with the product: what the five papers describe, in our own words.</summary>
public static class SampleRegister
{
    private const string Folder = "SampleRegister/";

    /// <summary>Names of its files, in the order in which they are imported.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["effectiveness-2017.json", "city-of-london-2019-20.json", "west-midlands-2021.json", "west-mercia-2023.json", "publications-2025.json"];

    /// <summary>Reads all files.</summary>
    public static IReadOnlyList<RegisterReading> Read() => [.. Files.Select(Read)];

    private static RegisterReading Read(string file)
    {
        using var json = typeof(SampleRegister).Assembly.GetManifestResourceStream(Folder + file)!;
        return RegisterFile.Read(json, file);
    }
}
