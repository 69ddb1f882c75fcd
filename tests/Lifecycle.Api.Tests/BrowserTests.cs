namespace Lifecycle.Api.Tests;

/// <summary>What a browser gets: the API reference, and headers that let nothing else run.</summary>
public sealed class BrowserTests(Service service)
{
    [Theory]
    [InlineData("/reference/index.html", "text/html", "Recommendation lifecycle")]
    [InlineData("/reference/reference.js", "text/javascript", "SwaggerUIBundle(")]
    [InlineData("/reference/reference.css", "text/css", "header")]
    [InlineData("/swagger-ui/swagger-ui-bundle.js", "text/javascript", "SwaggerUIBundle")]
    [InlineData("/swagger-ui/swagger-ui.css", "text/css", ".swagger-ui")]
    public async Task The_API_reference_and_its_files_are_served(string path, string mediaType, string contains)
    {
        var answer = await service.Nobody().GetAsync(path);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith(mediaType, answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains(contains, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/recommendations")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/nothing")]
    public async Task Nothing_runs_but_our_own_files(string path)
    {
        var headers = (await service.Nobody().GetAsync(path)).Headers;
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task The_page_has_no_script_or_style_of_its_own()
    {
        var page = (await service.Nobody().GetAsync("/reference/index.html")).Text;
        Assert.DoesNotMatch("<script(?![^>]*src=)|<style| style=| on[a-z]+=", page);
        Assert.Contains("charset=\"utf-8\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_needs_no_sign_in(string path) => Assert.Equal(200, (await service.Nobody().GetAsync(path)).Status);
}
