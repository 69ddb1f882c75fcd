namespace Lifecycle.Application.Generation;

/// <summary>
/// The days on which people sit down with the register: every weekday in a large one, every Monday in a small one, so that
/// both are written in large enough appends.
/// </summary>
internal sealed class DeskDays(int events)
{
    private const int EventsForEveryDay = 100_000;

    private readonly bool _daily = events >= EventsForEveryDay;

    public static DateOnly First { get; } = new(2006, 1, 2);

    public static DateOnly Last { get; } = new(2025, 12, 31);

    /// <summary>The day itself, or the next one that is a desk day.</summary>
    public DateOnly From(DateOnly day) => _daily && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        ? day
        : day.AddDays((DayOfWeek.Monday - day.DayOfWeek + 7) % 7);
}
