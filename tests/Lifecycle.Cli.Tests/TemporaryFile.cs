namespace Lifecycle.Cli.Tests;

/// <summary>A file with some content, gone after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string extension, string content)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"lifecycle-{Guid.NewGuid():n}{extension}");
        File.WriteAllText(Path, content);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
