namespace Lifecycle.EventStore.Tests;

internal sealed class MovableClock : TimeProvider
{
    // Seven tenths of a microsecond too many for the database.
    public DateTimeOffset Now { get; set; } = new DateTimeOffset(2026, 3, 29, 0, 59, 59, TimeSpan.Zero).AddTicks(1_234_567);

    public override DateTimeOffset GetUtcNow() => Now;
}
