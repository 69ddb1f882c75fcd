using System.Globalization;

namespace Lifecycle.Web.Site;

/// <summary>Work that goes on while somebody watches it.</summary>
/// <param name="Said">How far it is, in a sentence.</param>
/// <param name="Label">What the bar shows, for a reader who does not see it.</param>
/// <param name="Address">Of the page itself.</param>
public sealed record LookAgain(string Said, long Done, long Of, string Label, string Address)
{
    private const int Seconds = 2;

    /// <summary>Makes a browser look again by itself, with and without scripts; the page also has a link.</summary>
    public static void Soon(HttpResponse response) => response.Headers["Refresh"] = Seconds.ToString(CultureInfo.InvariantCulture);
}
