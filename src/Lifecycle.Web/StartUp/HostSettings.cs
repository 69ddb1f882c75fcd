using Lifecycle.Application;
using Lifecycle.EmbeddedPostgres;

namespace Lifecycle.Web.StartUp;

/// <summary>What the host decides from its configuration.</summary>
/// <param name="Demo">Anybody may be anybody, on this machine only. On in Development unless "Demo" says otherwise.</param>
/// <param name="ConnectionString">The PostgreSQL to use; null starts one of our own.</param>
/// <param name="OwnerConnectionString">The login that owns the schema, where it is another one.</param>
/// <param name="DataDirectory">Where our own PostgreSQL keeps its data.</param>
/// <param name="Ledger">Where the key is that signs the history.</param>
internal sealed record HostSettings(
    bool Demo, string? ConnectionString, string? OwnerConnectionString, string DataDirectory, LedgerSettings Ledger)
{
    /// <exception cref="StartUpException">The settings contradict each other.</exception>
    public static HostSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var demo = configuration.GetValue("Demo", environment.IsDevelopment());
        if (demo && environment.IsProduction())
            throw new StartUpException("Demo mode lets anybody be anybody, so it never runs in production. Remove the setting 'Demo', or set ASPNETCORE_ENVIRONMENT=Development.");
        return new HostSettings(
            demo,
            configuration.GetConnectionString("Lifecycle"),
            configuration.GetConnectionString("LifecycleOwner"),
            configuration["DataDirectory"] ?? DefaultFolder.Path,
            configuration.GetSection(LedgerSettings.Section).Get<LedgerSettings>() ?? new());
    }

    /// <summary>The ledger's settings; beside our own database in a demonstration, a key of its own is made.</summary>
    /// <param name="folder">Where our own database lies; null when it is another's.</param>
    public LedgerSettings LedgerBeside(string? folder)
    {
        if (Demo && folder is not null && Ledger is { Key: null, KeyFile: null })
            (Ledger.KeyFile, Ledger.CreateKey) = (Path.Combine(folder, LedgerSettings.OwnKeyFile), true);
        return Ledger;
    }
}
