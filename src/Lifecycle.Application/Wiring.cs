using Lifecycle.Application.Generation;
using Lifecycle.Application.Import;
using Lifecycle.Domain.Authority;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Application;

/// <summary>The composition root: everything that needs a database, for the host and the command line alike.</summary>
public static class Wiring
{
    /// <param name="services">Where to.</param>
    /// <param name="connectionString">The application's login.</param>
    /// <param name="ownerConnectionString">The login that owns the schema; null when the application's own login does.</param>
    public static IServiceCollection AddLifecycle(
        this IServiceCollection services, string connectionString, string? ownerConnectionString = null) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(AuthorityRules.Current)
        .AddSingleton(_ => Database.Open(new DatabaseOptions(connectionString, ownerConnectionString)))
        .AddSingleton(provider => new EventStore.EventStore(
            provider.GetRequiredService<Database>(), Projector.Inline, provider.GetRequiredService<TimeProvider>(), new EventStoreOptions()))
        .AddSingleton<RecentRecords>()
        .AddSingleton<Setup>()
        .AddSingleton<Transact>()
        .AddSingleton<Reads>()
        .AddSingleton<EventFeed>()
        .AddSingleton<RegisterImport>()
        .AddSingleton<GenerateRegister>();
}
