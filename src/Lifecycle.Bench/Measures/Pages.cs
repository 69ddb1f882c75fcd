using Lifecycle.Bench.Load;

namespace Lifecycle.Bench.Measures;

/// <summary>How long each page of the site takes on the large register, one after the other, beside a page that reads nothing.</summary>
internal sealed class Pages : IMeasure
{
    private const double Limit = 100;

    // The p99 of fewer than a hundred visits is their slowest.
    private const int Visits = 200;

    // Each before any is counted: the page that happens to be measured first would otherwise stand for a service that has just started.
    private const int VisitsBefore = 5;
    private const string Floor = "/accessibility";

    public string Name => "pages";

    public async Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation)
    {
        await using var register = bed.Open(TestBed.Large);
        var addresses = new Addresses(await Questions.OfAsync(register, cancellation));
        var rows = new List<Row>();
        await using var service = await ServiceProcess.OnAsync(bed, TestBed.Large, cancellation);
        foreach (var persona in addresses.All.GroupBy(page => page.Persona))
        {
            using var surfer = await Surfer.SignInAsync(service, persona.Key, cancellation);
            for (var visit = 0; visit < VisitsBefore; visit++)
            {
                foreach (var page in persona) await surfer.OpenAsync(page.Next());
            }

            foreach (var page in persona)
            {
                bed.Say($"Opening pages: {page.Name}.");
                var (_, p99) = await Latency.AlternateAsync(
                    bed.Options.Time / 2, () => surfer.OpenAsync(page.Next()), () => surfer.OpenAsync(Floor), Visits);
                rows.Add(Row.Within(Limit, $"page: {page.Name}, p99", p99, "ms"));
            }
        }

        return rows;
    }
}
