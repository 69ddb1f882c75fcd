using Lifecycle.Web.Tests.Pages.Recommendations;
using Lifecycle.Web.Tests.Pages.SignOff;

namespace Lifecycle.Web.Tests.Pages.Map;

/// <summary>One page of the map with something to show.</summary>
/// <param name="Persona">Who looks at it; null is nobody.</param>
/// <param name="AddressAsync">Arranges what it shows; returns where that is.</param>
public sealed record MapPage(string? Persona, Func<Site, Task<string>> AddressAsync);

/// <summary>Every page of the map.</summary>
public static class MapPages
{
    public static IReadOnlyDictionary<string, MapPage> All { get; } = new Dictionary<string, MapPage>
    {
        ["/sign-in"] = At(null, "/sign-in"),
        ["/"] = At("flo.west-mercia", "/"),
        ["/recommendations"] = At("auditor", "/recommendations"),
        ["/recommendations/{reference}"] = OfRecord("flo.west-mercia", ""),
        ["/recommendations/{reference}/history"] = OfRecord("board.west-mercia", "/history"),
        ["/recommendations/{reference}/replay"] = OfRecord("auditor", "/replay?step=19"),
        ["/recommendations/{reference}/moments"] = OfRecord("auditor", "/moments?asAt1=2026-02-01"),
        ["/recommendations/{reference}/do/{command}"] = OfRecord("lead.west-mercia", "/do/set-steps"),
        ["/sign-off"] = new("fll.warwickshire", site => QueueAsync(site, "warwickshire", _ => Task.CompletedTask)),
        ["/sign-off/meeting"] = new("fll.bedfordshire", site => QueueAsync(site, "bedfordshire", WaitingRecords.BeginAsync, "/meeting?item=1")),
        ["/sign-off/meeting/review"] = new("fll.merseyside", site => QueueAsync(site, "merseyside", DecideAllAsync, "/meeting/review")),
        ["/sign-off/meeting/result"] = new("fll.lancashire", site => QueueAsync(site, "lancashire", ConfirmAsync, "/meeting/result")),
        ["/position"] = At("hmi", "/position"),
        ["/position/overdue"] = At("hmi", "/position/overdue"),
        ["/position/changes"] = At("hmi", "/position/changes?body=west-mercia&asAt=2023-09-04&since=2023-06-01"),
        ["/position/compared"] = At("board.west-mercia", "/position/compared?asAt=2023-09-04&with=all"),
        ["/position/by-publication"] = At("hmi", "/position/by-publication"),
        ["/publications"] = At("auditor", "/publications"),
        ["/publications/{id}"] = At("auditor", "/publications/organised-immigration-crime-2025"),
        ["/grades"] = At("auditor", "/grades?cycle=2017&body="),
        ["/replay"] = At("auditor", "/replay"),
        ["/verify"] = At("auditor", "/verify"),
        ["/bring-in"] = At("admin", "/bring-in"),
        ["/bring-in/{token}"] = new("admin", PreviewAsync),
        ["/accessibility"] = At("auditor", "/accessibility"),
    };

    private static MapPage At(string? persona, string address) => new(persona, _ => Task.FromResult(address));

    private static MapPage OfRecord(string persona, string path) =>
        new(persona, async site => $"/recommendations/{await SharedLives.ReopenedAsync(site)}{path}");

    // In a force of its own, so that no other meeting is under way there.
    private static async Task<string> QueueAsync(Site site, string force, Func<Visitor, Task> does, string path = "")
    {
        foreach (var title in (string[])["Custody records", "Stop and search"]) await WaitingRecords.OneAsync(site, force, title);
        using var visitor = await site.SignInAsync($"fll.{force}");
        await does(visitor);
        return $"/sign-off{path}";
    }

    private static async Task<SeenPage> DecideAllAsync(Visitor visitor)
    {
        var page = await WaitingRecords.DecideAsync(visitor, await WaitingRecords.BeginAsync(visitor), "sign-off", ("channel", "meeting"));
        return await WaitingRecords.DecideAsync(visitor, page, "return", ("missing", "Show a second quarter"));
    }

    private static async Task ConfirmAsync(Visitor visitor) =>
        await visitor.SubmitAsync((await DecideAllAsync(visitor)).Document.Forms[^1]);

    private static async Task<string> PreviewAsync(Site site)
    {
        using var visitor = await site.SignInAsync("admin");
        var form = (await visitor.GoAsync("/bring-in")).Form("files");
        var preview = await visitor.UploadAsync(form, [("files", "register.json", BringInFiles.Register("bring-in-map", 12))]);
        while (preview.AssertOk().HasLink("Look again now")) preview = await visitor.GoAsync(preview.Path);
        return preview.Path;
    }
}
