using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Lifecycle.Ledger.Tests;

/// <summary>docs/ledger-verifier.mjs, run with Node.js as a stranger would run it; many files in one call.</summary>
internal static class SecondVerifier
{
    public static string Docs { get; } = FindDocs();

    /// <summary>For each file whether it is good.</summary>
    public static IReadOnlyList<bool> Verify(IReadOnlyList<byte[]> files, Trust trust)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-");
        try
        {
            var names = files.Select((bytes, number) => Written(folder, $"{number}", bytes)).ToList();
            var arguments = names.Concat(trust.Keys.SelectMany(key => new[] { "--key", key.ToString() }))
                .Concat(trust.Checkpoints.SelectMany((note, number) => new[] { "--checkpoint", Written(folder, $"c{number}", note.ToBytes()) }))
                .Concat(trust.Receipts.SelectMany((receipt, number) => new[] { "--receipt", Written(folder, $"r{number}", receipt.ToBytes()) }));
            var (exit, output, error) = Run(arguments);
            Assert.True(exit is 0 or 1 && error.Length == 0, $"Exit code {exit}: {error}");
            var good = names.Select(name => output.Contains($"{name}: good\n", StringComparison.Ordinal)).ToList();
            Assert.Equal(names.Count, names.Count(name => output.Contains($"{name}: ", StringComparison.Ordinal)));
            Assert.Equal(good.TrueForAll(one => one) ? 0 : 1, exit);
            return good;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static bool Verify(byte[] file, Trust trust) => Verify([file], trust)[0];

    public static (int Exit, string Output, string Error) Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Path.Combine(Docs, "ledger-verifier.mjs"))) start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return (node.ExitCode, output, error.Result);
    }

    private static string Written(DirectoryInfo folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string FindDocs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs"));
}
