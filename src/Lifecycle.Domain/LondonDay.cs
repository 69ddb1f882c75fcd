namespace Lifecycle.Domain;

/// <summary>Turns a moment into the calendar day of England and Wales, where every deadline and board meeting of this product lies.</summary>
public static class LondonDay
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Of(DateTimeOffset moment) =>
        DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The same moment by the clocks of London.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, London);

    /// <summary>The last recordable moment of a day: what "known at 4 September" means.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).ToUniversalTime().AddMicroseconds(-1);
    }
}
