using Lifecycle.Api;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Site;

/// <summary>Who looks, and at which point of both times. Every page asks here, and nowhere else.</summary>
public sealed class Viewer
{
    private readonly Caller? _caller;

    public Viewer(IHttpContextAccessor accessor, TimeProvider clock)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");
        Today = LondonDay.Of(clock.GetUtcNow());
        _caller = Callers.Find(context.User);
        var (asAt, knownAt) = (context.Request.Query["asAt"].ToString().Trim(), context.Request.Query["knownAt"].ToString().Trim());
        DateOnly? day = asAt.Length == 0 ? null : PointInTime.Day(asAt);
        DateTimeOffset? moment = knownAt.Length == 0 ? null : PointInTime.Moment(knownAt);
        if (asAt.Length > 0 && day is null)
            Problem = $"'{asAt}' is not a day. Enter the day to look at as day, month and year, for example 4/9/2023.";
        else if (knownAt.Length > 0 && moment is null)
            Problem = $"'{knownAt}' is neither a day nor a moment. Enter, for example, 4/9/2023 or 2023-09-04T17:00:00Z.";
        AsOf = new AsOf(Today, day, moment);
        Links = new Links(AsOf.IsNow ? new AsOf(Today) : AsOf);
    }

    /// <summary>Whoever signed in. Pages that do not ask for a sign-in ask <see cref="IsSignedIn"/> first.</summary>
    public Caller Caller => _caller ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool IsSignedIn => _caller is not null;

    /// <summary>The present day in London.</summary>
    public DateOnly Today { get; }

    /// <summary>The point in both times that the address names; now when it names none.</summary>
    public AsOf AsOf { get; }

    /// <summary>Addresses that stay at this point in time.</summary>
    public Links Links { get; }

    /// <summary>What is wrong with the point in time that the address names; null when nothing is.</summary>
    public string? Problem { get; }
}
