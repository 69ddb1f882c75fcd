using System.Text;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Site;

/// <summary>Every address of the site. Those that show the register stay at the point in time that one looks at.</summary>
public sealed class Links(AsOf at)
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Problem = "/problem";
    public const string Accessibility = "/accessibility";
    public const string ApiReference = "/reference/index.html";

    public string Register(params (string Name, string? Value)[] filter) => At("/recommendations", filter);

    /// <summary>Exactly the records that the register shows, as a file.</summary>
    public string RegisterFile(params (string Name, string? Value)[] filter) => At("/recommendations/csv", filter);

    public string Record(string reference) => At($"/recommendations/{Escaped(reference)}");

    public string History(string reference, params (string Name, string? Value)[] query) =>
        At($"/recommendations/{Escaped(reference)}/history", query);

    /// <param name="step">1 for the first event; null for the last.</param>
    public string Replay(string reference, int? step = null) =>
        At($"/recommendations/{Escaped(reference)}/replay", ("step", step?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Proof that an event was recorded, as a file.</summary>
    /// <param name="version">Of the event in its stream.</param>
    public static string Receipt(string reference, long version) =>
        $"/recommendations/{Escaped(reference)}/events/{version.ToString(System.Globalization.CultureInfo.InvariantCulture)}/receipt";

    /// <summary>Two moments of one record side by side.</summary>
    public string Moments(string reference) => At($"/recommendations/{Escaped(reference)}/moments");

    /// <summary>Where a command is given to a record. What is done is done now, whatever one looked at before.</summary>
    /// <param name="command">As in the API, for example "sign-off".</param>
    public static string Act(string reference, string command) => $"/recommendations/{Escaped(reference)}/do/{command}";

    public string FindToReplay() => At("/replay");

    /// <summary>What waits for a sign-off.</summary>
    public string Queue(params (string Name, string? Value)[] query) => At("/sign-off", query);

    /// <summary>The same for whoever comes from a meeting that is no longer there.</summary>
    public string QueueAfterLoss(string? body = null) => Queue(("body", body), ("lost", "true"));

    /// <param name="item">1 for the first record of the meeting.</param>
    public static string MeetingItem(int item) => With("/sign-off/meeting", ("item", item.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public const string MeetingReview = "/sign-off/meeting/review";
    public const string MeetingResult = "/sign-off/meeting/result";

    public string Position(params (string Name, string? Value)[] query) => At("/position", query);

    public string Overdue(params (string Name, string? Value)[] query) => At("/position/overdue", query);

    public string Changes(params (string Name, string? Value)[] query) => At("/position/changes", query);

    public string Compared(params (string Name, string? Value)[] query) => At("/position/compared", query);

    public string ByPublication(params (string Name, string? Value)[] query) => At("/position/by-publication", query);

    public string Publications(params (string Name, string? Value)[] query) => At("/publications", query);

    public string Publication(string id, params (string Name, string? Value)[] query) => At($"/publications/{Escaped(id)}", query);

    public string Grades(params (string Name, string? Value)[] query) => At("/grades", query);

    /// <summary>Whether anything in the history was altered.</summary>
    public const string Verify = "/verify";

    public const string BringIn = "/bring-in";

    /// <summary>One upload, from its preview to what it added.</summary>
    public static string BroughtIn(string token) => $"/bring-in/{Escaped(token)}";

    /// <summary>The address of a request without its point in time.</summary>
    public static string Now(HttpRequest request) => With(
        request.Path, [.. request.Query.Where(one => one.Key is not ("asAt" or "knownAt")).SelectMany(one => one.Value.Select(value => (one.Key, value)))]);

    /// <summary>An address with the parameters that have a value.</summary>
    public static string With(string path, params (string Name, string? Value)[] query)
    {
        var address = new StringBuilder(path);
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            address.Append(address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(name).Append('=').Append(Escaped(value));
        }

        return address.ToString();
    }

    /// <summary>The same, at the point in time that one looks at.</summary>
    public string At(string path, params (string Name, string? Value)[] query) => With(
        path, [.. query, ("asAt", at.Day is { } day ? PointInTime.Of(day) : null), ("knownAt", at.KnownAt is { } moment ? PointInTime.Of(moment) : null)]);

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
