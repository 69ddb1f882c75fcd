using System.Collections.Frozen;
using Lifecycle.Application.Generation;
using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.EventStore;
using Lifecycle.EventStore.Log;
using Lifecycle.Ledger;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Application;

/// <summary>The composition root: everything that needs a database, for the host and the command line alike.</summary>
public static class Wiring
{
    private static readonly FrozenDictionary<string, ErasableMembers> Erasable =
        ErasableText.ByType.ToFrozenDictionary(type => type.Key, type => new ErasableMembers(type.Value));

    /// <param name="services">Where to.</param>
    /// <param name="connectionString">The application's login.</param>
    /// <param name="ownerConnectionString">The login that owns the schema; null when the application's own login does.</param>
    /// <param name="ledger">Where the key is that signs the history; null when nothing is signed.</param>
    public static IServiceCollection AddLifecycle(
        this IServiceCollection services, string connectionString, string? ownerConnectionString = null, LedgerSettings? ledger = null) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(AuthorityRules.Current)
        .AddSingleton(_ => Database.Open(new DatabaseOptions(connectionString, ownerConnectionString)))
        .AddSingleton(provider => new EventStore.EventStore(
            provider.GetRequiredService<Database>(), Projector.Inline, provider.GetRequiredService<TimeProvider>(), Store))
        .AddSingleton<RecentRecords>()
        .AddSingleton<Setup>()
        .AddSingleton<Transact>()
        .AddSingleton<Reads>()
        .AddSingleton<EventFeed>()
        .AddSingleton<RegisterImport>()
        .AddSingleton<GenerateRegister>()
        .AddSingleton(provider => new Checkpointer(
            provider.GetRequiredService<EventStore.EventStore>(), provider.GetRequiredService<LedgerSettings>().ToLog(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<LogReads>()
        .AddSingleton<LedgerDesk>()
        .AddSingleton(ledger ?? new())
        .AddSingleton<HistoryVerification>()
        .AddSingleton<TextEraser>()
        .AddSingleton<Erasure>()
        .AddSingleton<Bundles>()
        .AddSingleton<LedgerBundles>();

    /// <summary>How every store of the product is set up.</summary>
    public static EventStoreOptions Store { get; } = new()
    {
        Erasable = type => Erasable.GetValueOrDefault(type, ErasableMembers.None),
        StreamTypes = StreamTypes.ByFirstEvent,
    };
}
