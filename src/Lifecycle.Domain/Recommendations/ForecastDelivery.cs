namespace Lifecycle.Domain.Recommendations;

/// <summary>The body's own expected day, apart from the deadline.</summary>
public sealed record ForecastDelivery(DateOnly Expected, string? Printed = null) : RecommendationCommand
{
    public static Decision Decide(ForecastDelivery c, Recommendation state)
    {
        var forecast = new DeliveryForecast(c.Expected, c.Printed);
        return Check.First(Check.Optional("forecast as printed", c.Printed, Check.Short))
            ?? Check.Stands(forecast == state.Forecast)
            ?? Check.First(Standing.NotEnded(state))
            ?? Decision.Accept(forecast);
    }
}
