using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Lifecycle.EmbeddedPostgres;

/// <summary>An installation of PostgreSQL: its bin folder and major version.</summary>
internal sealed partial record PostgresBinaries(string Bin, int Major)
{
    private const int OldestMajor = 15;
    private const string Override = "LIFECYCLE_POSTGRES_BIN";

    public string Initdb => Tool(Bin, "initdb");

    public string PgCtl => Tool(Bin, "pg_ctl");

    /// <summary>Bundled before installed, newest first; for existing data only the version that wrote it will do.</summary>
    public static async Task<PostgresBinaries> FindAsync(int? dataMajor, CancellationToken cancellation)
    {
        foreach (var bin in Candidates().Where(IsComplete))
        {
            var major = await MajorAsync(bin, cancellation);
            if (major >= OldestMajor && (dataMajor is null || dataMajor == major)) return new(bin, major);
        }

        throw new PostgresNotFoundException(dataMajor is null
            ? $"No PostgreSQL was found. Install Node.js and build again, or install PostgreSQL {OldestMajor} or later, or set {Override} to its bin folder."
            : $"The data folder was written by PostgreSQL {dataMajor}, which was not found. Install it, set {Override} to its bin folder, or choose another data folder.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Override) is { Length: > 0 } chosen) return [chosen];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return [Bundled(), .. Installed(), .. path.Select(Resolved)];
    }

    private static string Bundled()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "x64";
        var packages = typeof(PostgresBinaries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "BundledPostgres").Value!;
        return Path.GetFullPath(Path.Combine(packages, $"{system}-{processor}", "native", "bin"));
    }

    // Debian keeps every version apart and puts only clients on the PATH.
    private static IEnumerable<string> Installed() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var major) ? major : 0)
                .Select(d => Path.Combine(d, "bin"))
            : [];

    // A link on the PATH points at the folder that has the other tools and the shared files.
    private static string Resolved(string folder) =>
        File.Exists(Tool(folder, "postgres")) && File.ResolveLinkTarget(Tool(folder, "postgres"), returnFinalTarget: true) is { } target
            ? Path.GetDirectoryName(target.FullName)!
            : folder;

    private static bool IsComplete(string bin) =>
        File.Exists(Tool(bin, "postgres")) && File.Exists(Tool(bin, "initdb")) && File.Exists(Tool(bin, "pg_ctl"));

    private static async Task<int> MajorAsync(string bin, CancellationToken cancellation)
    {
        var said = await Shell.RunAsync([Tool(bin, "postgres"), "--version"], bin, cancellation);
        return int.TryParse(Version().Match(said).Groups[1].Value, out var major) ? major : 0;
    }

    private static string Tool(string bin, string name) =>
        Path.Combine(bin, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
