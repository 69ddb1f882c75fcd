using Lifecycle.Application.Generation;

namespace Lifecycle.Bench;

/// <summary>A register made once for its size, and kept with the data folder. Nothing is measured on it, but on its copies.</summary>
internal static class GeneratedRegister
{
    private const int Seed = 43;

    /// <summary>The database with a register of so many events, generated where there is none yet.</summary>
    public static async Task<string> OfAsync(TestBed bed, int events, CancellationToken cancellation)
    {
        // Under another name until it is complete: a run cut short leaves nothing that looks like a register.
        var (done, making) = ($"bench_generated_{events}", $"bench_generating_{events}");
        if (await bed.ScalarAsync<bool>($"select exists (select from pg_database where datname = '{done}')", cancellation))
        {
            // Kept by an earlier version, perhaps.
            await bed.MigrateAsync(done, cancellation);
            return done;
        }

        bed.Say($"Generating a register of {events:N0} events.");
        await bed.CopyAsync(making, "template1", cancellation);
        await bed.MigrateAsync(making, cancellation);
        await using (var register = bed.Open(making))
        {
            await register.Get<GenerateRegister>().RunAsync(events, Seed, null, cancellation);
            await register.ExecuteAsync("vacuum analyze", cancellation);
        }

        await bed.ExecuteAsync($"alter database {making} rename to {done}", cancellation);
        return done;
    }
}
