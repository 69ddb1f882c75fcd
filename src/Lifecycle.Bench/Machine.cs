using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Lifecycle.Bench;

/// <summary>Where the run took place, as far as it matters to the numbers.</summary>
/// <param name="MemoryGigabytes">As the process may use it.</param>
/// <param name="Fsync">Whether a commit waits for the disk.</param>
/// <param name="Debug">Whether the product is built for debugging, which makes it slower than its users will find it.</param>
public sealed record Machine(int Cores, double MemoryGigabytes, string System, string DotNet, string PostgreSql, bool Fsync, bool Debug)
{
    private static readonly bool IsDebug = typeof(Machine).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    internal static async Task<Machine> OfAsync(TestBed bed, CancellationToken cancellation)
    {
        var settings = await bed.ScalarAsync<string>(
            "select current_setting('server_version') || ' ' || (current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on')", cancellation);
        var parts = settings.Split(' ');
        return new Machine(
            Environment.ProcessorCount, Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
            RuntimeInformation.OSDescription.Split('#')[0].Trim(), Environment.Version.ToString(), parts[0], parts[^1] == "true", IsDebug);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Cores} cores, {MemoryGigabytes:0.#} GB, {System}, .NET {DotNet}, PostgreSQL {PostgreSql}, fsync {(Fsync ? "on" : "off")}{(Debug ? ", a debug build: run it with -c Release" : "")}");
}
