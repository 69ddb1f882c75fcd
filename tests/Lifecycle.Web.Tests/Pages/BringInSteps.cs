namespace Lifecycle.Web.Tests.Pages;

/// <summary>What somebody does who brings a register in.</summary>
internal static class BringInSteps
{
    /// <summary>The collection of all that bring something in: they are one person, who may have three uploads under way at a time.</summary>
    public const string OneByOne = "bring in";

    public static async Task<SeenPage> ChooseAsync(Visitor visitor, params (string Name, string FileName, string Text)[] files) =>
        await visitor.UploadAsync((await visitor.GoAsync("/bring-in")).AssertOk().Form("files"), files);

    // As the page does by itself.
    public static async Task<SeenPage> SettledAsync(Visitor visitor, SeenPage page)
    {
        while (page.AssertOk().HasLink("Look again now"))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await visitor.GoAsync(page.Path);
        }

        return page;
    }

    public static AngleSharp.Html.Dom.IHtmlFormElement Form(SeenPage page, string handler)
    {
        var form = page.Document.Forms.Single(form => form.QuerySelector("[formaction]") is not null);
        form.Action = form.QuerySelector($"[formaction*='{handler}']")!.GetAttribute("formaction")!;
        return form;
    }
}
