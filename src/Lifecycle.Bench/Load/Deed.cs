using System.Globalization;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Bench.Load;

/// <summary>Something that a force liaison officer does with an open record. No two are the same, so each adds an event.</summary>
internal sealed record Deed(string Verb, RecommendationCommand Command)
{
    private static readonly DateOnly FirstForecast = new(2027, 1, 1);
    private static int _number;

    public static Deed Next(Random random)
    {
        var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        return random.Next(10) switch
        {
            < 3 => new("report-progress", new ReportProgress($"Reviews now run in every area, as reported under {number}.", ForBoard: true)),
            < 5 => new("submit-evidence", new SubmitEvidence("Minutes of the board", Link: $"https://example.org/minutes/{number}")),
            < 7 => new("rate-rag", new RateRag((Rag)random.Next(3), $"Training is booked but not finished ({number}).")),
            7 => new("set-steps", new SetStepsToGreen([new StepToGreen(number, "Every stop is reviewed by a sergeant", StepOrigin.Hmicfrs)])),
            8 => new("allocate", new AllocateOwner($"lead-{number}", "service-improvement-board")),
            _ => new("forecast", new ForecastDelivery(FirstForecast.AddDays(random.Next(700)), $"Forecast {number}")),
        };
    }
}
