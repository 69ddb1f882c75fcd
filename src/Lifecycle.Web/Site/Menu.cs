using Lifecycle.Domain;

namespace Lifecycle.Web.Site;

/// <summary>One entry of the menu.</summary>
public sealed record MenuItem(string Text, string Address, bool Active);

/// <summary>The pages that a role comes for.</summary>
public static class Menu
{
    public static IEnumerable<MenuItem> Of(Viewer viewer, PathString here)
    {
        var (links, role) = (viewer.Links, viewer.Caller.Role);
        yield return Item("Home", Links.Home, "/");
        yield return Item("Register", links.Register(), "/recommendations");
        if (role is Role.Fll or Role.Chief or Role.Hmi) yield return Item("Sign-off", links.Queue(), "/sign-off");
        yield return Item("Position", links.Position(), "/position");
        yield return Item("Publications", links.Publications(), "/publications");
        yield return Item("Grades", links.Grades(), "/grades");
        if (role is Role.Auditor or Role.Hmi or Role.Admin) yield return Item("Replay", links.FindToReplay(), "/replay");
        if (role is Role.Auditor or Role.Hmi or Role.Admin) yield return Item("Verify", Links.Verify, "/verify");
        if (role is Role.Admin) yield return Item("Bring in", Links.BringIn, "/bring-in");

        MenuItem Item(string text, string address, string path) => new(
            text, address, path == "/" ? here == "/" : here.StartsWithSegments(path, StringComparison.Ordinal));
    }
}
