namespace Lifecycle.Web.Tests.Pages.Recommendations;

/// <summary>Records that are looked at and never changed, each made once for all tests: a long life takes longer to arrange than to look at.</summary>
internal static class SharedLives
{
    public static Task<string> NewAsync(Site site) => site.OnceAsync("new", () => RecordLives.NewAsync(site));

    public static Task<string> WorkedOnAsync(Site site) => site.OnceAsync("worked on", () => RecordLives.WorkedOnAsync(site));

    public static Task<string> ReopenedAsync(Site site) => site.OnceAsync("reopened", () => RecordLives.ReopenedAsync(site));

    public static Task<string> EndedAsync(Site site) => site.OnceAsync("ended", () => RecordLives.EndedAsync(site));

    public static Task<string> VeryLongAsync(Site site) => site.OnceAsync("very long", () => RecordLives.VeryLongAsync(site));
}
