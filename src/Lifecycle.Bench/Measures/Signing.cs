using Lifecycle.Application;
using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>
/// What the ledger costs an append: commands on a register whose events get leaves and which is signed all the time, held against
/// the same commands on a copy of it without either.
/// </summary>
internal sealed class Signing : IMeasure
{
    public string Name => "signing";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("lifecycle-bench-signing-");
        try
        {
            await using var without = await bed.OpenUnsignedAsync(cancellation);
            await using var with = bed.Open(TestBed.Small, new LedgerSettings { KeyFile = Path.Combine(folder.FullName, "key.pem"), CreateKey = true });
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            Exception? failed = null;
            var signing = with.Get<LedgerDesk>().KeepSigningAsync(e => failed = e, enough.Token);
            await CompareAsync(64);
            List<Row> rows =
            [
                Row.Shown("appends with the ledger, 1 client; beside it, without", await CompareAsync(1), "/s"),
                Row.AtLeast(0.85, "appends with the ledger, 64 clients; beside it, without", await CompareAsync(64), "/s"),
            ];
            await enough.CancelAsync();
            await signing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            BenchFailedException.Unless(failed is null, $"The history was not signed: {failed?.Message}");
            return rows;

            async Task<Pair> CompareAsync(int clients)
            {
                var (a, b) = (await WorkersAsync(with, clients, cancellation), await WorkersAsync(without, clients, cancellation));
                var pair = await Slices.AlternateAsync(bed.Options.Time, a.RateAsync, b.RateAsync);
                await a.VerifyAsync(cancellation);
                await b.VerifyAsync(cancellation);
                return pair;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<InProcess> WorkersAsync(Register register, int clients, CancellationToken cancellation) =>
        new(register, await WorkingSet.PublishAsync(register, cancellation), clients);
}
