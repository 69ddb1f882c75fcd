using Lifecycle.EventStore.Log;
using Lifecycle.EventStore.Log.Verification;
using Lifecycle.Ledger;
using Lifecycle.Testing;

namespace Lifecycle.EventStore.Tests.Log;

/// <summary>A store whose log is signed, with a key file of its own that goes with it.</summary>
internal sealed class SignedStore : IAsyncDisposable
{
    private static readonly EventStoreOptions Options = new()
    {
        Erasable = _ => new("/reason"),
        StreamTypes = new Dictionary<string, string> { ["raised"] = "recommendation", ["graded"] = "recommendation", ["graded_elsewhere"] = "recommendation" },
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("lifecycle-log-").FullName;

    private SignedStore(Store store)
    {
        Store = store;
        Settings = new() { KeyFile = Path.Combine(_folder, "key.pem"), CreateKey = true };
        Checkpointer = new(store.Events, Settings, TimeProvider.System);
        Reads = new(store.Database);
    }

    public Store Store { get; }

    public LogSettings Settings { get; set; }

    public Checkpointer Checkpointer { get; set; }

    public LogReads Reads { get; }

    public KeptLog Kept => KeptLog.Read(Settings.KeptFile);

    public static async Task<SignedStore> NewAsync(PostgresFixture postgres) => new(await Store.NewAsync(postgres, options: Options));

    /// <summary>On a database that is there, with another key file.</summary>
    public static SignedStore On(string connectionString) => new(Store.Open(connectionString, options: Options));

    public Task<string> SignAsync() => Checkpointer.SignAsync(TestContext.Current.CancellationToken);

    /// <summary>So many events in streams of three.</summary>
    public async Task AppendAsync(int events)
    {
        for (var done = 0; done < events; done += 3)
            await Store.AppendAsync(Guid.NewGuid(), 0, [.. Enumerable.Repeat("graded", Math.Min(3, events - done))]);
    }

    /// <summary>One append of many streams.</summary>
    public Task AppendAtOnceAsync(int events) => Store.AppendAsync(new Append(
        [.. Enumerable.Range(0, events).Select(_ => Store.Part(Guid.NewGuid(), 0, "raised"))], []));

    /// <param name="trust">What is kept beside the key when left out.</param>
    public Task<LogReport> VerifyAsync(Trust? trust = null) =>
        LogVerification.RunAsync(Store.Events, trust ?? Kept.ToTrust(), null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Checkpointer.Dispose();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
