using Lifecycle.Application;
using Lifecycle.Domain;

namespace Lifecycle.Bench.Load;

/// <summary>A register whose history is signed whole, with a key of its own.</summary>
internal sealed class SignedRegister : IAsyncDisposable
{
    private static readonly Caller Auditor = Caller.For("bench", Role.Auditor, Bodies.Hmicfrs);
    private readonly string _folder;

    private SignedRegister(Register register, string connectionString, string folder) => (Register, ConnectionString, _folder) = (register, connectionString, folder);

    public Register Register { get; }

    public string ConnectionString { get; }

    /// <param name="parent">Where its key and its bundle are kept.</param>
    public static async Task<SignedRegister> OpenAsync(TestBed bed, string database, string parent, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, database)).FullName;
        var register = bed.Open(database, new LedgerSettings { KeyFile = Path.Combine(folder, "key.pem"), CreateKey = true });
        await register.Get<Setup>().MigrateAsync(null, cancellation);
        await register.Get<LedgerDesk>().SignAsync(Auditor, cancellation);
        return new(register, bed.ConnectionString(database), folder);
    }

    /// <summary>The whole history in the database, which has to hold.</summary>
    public async Task<HistoryReport> VerifyAsync(CancellationToken cancellation)
    {
        var report = await Register.Get<HistoryVerification>().RunAsync(Auditor, Outside.Nothing, readModels: false, null, cancellation);
        BenchFailedException.Unless(report.Holds && report.Events == report.Signed, $"The history does not hold: {report.Findings.Count switch { 0 => "it is not signed whole", _ => report.Findings[0].Sentence }}");
        return report;
    }

    /// <summary>Everything in one file.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> BundleAsync(CancellationToken cancellation)
    {
        var path = Path.Combine(_folder, "bundle.zip");
        await using var file = File.Create(path);
        var outcome = await Register.Get<LedgerBundles>().WriteAsync(Auditor, new BundleRequest(Everything: true), file, cancellation);
        BenchFailedException.Unless(outcome is Outcome<BundleRequest>.Done, "No bundle was written.");
        return path;
    }

    public ValueTask DisposeAsync() => Register.DisposeAsync();
}
