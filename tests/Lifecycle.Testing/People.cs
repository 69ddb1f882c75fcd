using System.Globalization;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Testing;

/// <summary>Who acts in the tests, and when. Recorded at noon of the day it happened, unless <see cref="RecordedOn"/> says otherwise.</summary>
public static class People
{
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Act Flo(string on, string body = "west-mercia", string? source = null) => As(Role.Flo, "flo-1", body, on, source);

    public static Act Lead(string on, string body = "west-mercia") => As(Role.Lead, "lead-1", body, on);

    public static Act Dcc(string on, string body = "west-mercia") => As(Role.Dcc, "dcc-1", body, on);

    public static Act Chief(string on, string body = "west-mercia") => As(Role.Chief, "chief-1", body, on);

    public static Act Fll(string on) => As(Role.Fll, "fll-1", Bodies.Hmicfrs, on);

    public static Act Hmi(string on) => As(Role.Hmi, "hmi-1", Bodies.Hmicfrs, on);

    public static Act As(Role role, string actor, string body, string on, string? source = null) =>
        new(actor, role, body, Noon(Day(on)), Day(on), Source: source);

    /// <summary>The same act, entered on a later day.</summary>
    public static Act RecordedOn(this Act act, string day) => act with { At = Noon(Day(day)) };

    public static RecommendationCommand By(this RecommendationCommand command, Act act) => command with { Act = act };

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
