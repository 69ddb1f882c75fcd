using System.Net;
using AngleSharp.Html.Dom;

namespace Lifecycle.Web.Tests;

/// <summary>A person with a browser that has no JavaScript: goes to pages, fills in forms, presses buttons.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address, CookieContainer? cookies = null) =>
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies ?? new(), AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address };

    public static async Task<Visitor> SignInAsync(Uri address, string persona, CookieContainer? cookies = null)
    {
        var visitor = new Visitor(address, cookies);
        var force = persona.Contains('.', StringComparison.Ordinal) ? persona[(persona.IndexOf('.', StringComparison.Ordinal) + 1)..] : "west-mercia";
        var page = await visitor.GoAsync($"/sign-in?force={force}");
        var home = await visitor.SubmitAsync(page.Form("persona"), ("persona", $"demo.{persona}"));
        Assert.Equal("/", home.Path);
        return visitor;
    }

    /// <summary>Follows redirects, as browsers do.</summary>
    public async Task<SeenPage> GoAsync(string path) => await SeenPage.OfAsync(await _http.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Sends a form as it stands on its page, with what is filled in on top. A null takes a field away.</summary>
    public async Task<SeenPage> SubmitAsync(IHtmlFormElement form, params (string Name, string? Value)[] filled)
    {
        var fields = FormFields.Of(form).Where(field => filled.All(one => one.Name != field.Name))
            .Concat(filled.Where(one => one.Value is not null).Select(one => (one.Name, Value: one.Value!)))
            .Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : form.Owner!.Location.Href;
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
            return await GoAsync($"{target.Split('?')[0]}?{await new FormUrlEncodedContent(fields).ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        using HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields);
        return await SeenPage.OfAsync(await _http.PostAsync(target, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<SeenPage> UploadAsync(IHtmlFormElement form, IReadOnlyList<(string Name, string FileName, string Text)> files, params (string Name, string Value)[] filled)
    {
        var fields = FormFields.Of(form).Where(field => filled.All(one => one.Name != field.Name)).Concat(filled)
            .Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var content = Multipart(fields);
        foreach (var (name, fileName, text) in files) content.Add(new StringContent(text), name, fileName);
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : form.Owner!.Location.Href;
        return await SeenPage.OfAsync(await _http.PostAsync(target, content, TestContext.Current.CancellationToken));
    }

    /// <summary>The bare answer, for what is not a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>A request as another site could make it: with the cookies, but without the form's token.</summary>
    public Task<HttpResponseMessage> PostBareAsync(string path, params (string Name, string Value)[] fields) => _http.PostAsync(
        path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        return content;
    }
}
