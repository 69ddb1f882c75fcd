using System.Net;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>At overload a page says so at once, instead of piling up with the others.</summary>
public sealed class BusyTests(Site site)
{
    [Fact]
    public async Task Whoever_comes_when_every_place_is_taken_is_told_and_served_when_one_is_free()
    {
        await using var small = await site.StartAsync(("Limits:PagesAtOnce", "1"), ("Limits:PagesWaiting", "0"));
        using var visitor = await Visitor.SignInAsync(small.Address, "flo.west-mercia");
        using var slow = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = small.Address };
        var (rest, sent) = Send(slow);
        // An answer can arrive before its place is free again: whoever was refused tries once more.
        while (await Task.WhenAny(rest.Begun, sent) == sent)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sent).StatusCode);
            (rest, sent) = Send(slow);
        }

        var busy = await visitor.GoAsync("/recommendations");
        Assert.Equal((503, "The service is busy"), (busy.Status, busy.Heading));
        Assert.Contains("nothing was saved", busy.Text, StringComparison.Ordinal);
        Assert.Equal("5", busy.Answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);

        rest.End();
        (await sent).Dispose();
        Assert.Equal("Register", (await visitor.GoAsync("/recommendations")).AssertOk().Heading);
    }

    // The body is asked for ("100 Continue") by a page that has its place, and not before.
    private static (SlowForm Form, Task<HttpResponseMessage> Sent) Send(HttpClient client)
    {
        var rest = new SlowForm();
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = rest };
        request.Headers.ExpectContinue = true;
        return (rest, client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>A form whose end does not come until it is let.</summary>
    private sealed class SlowForm : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(), _end = new();

        public SlowForm() => Headers.ContentType = new("application/x-www-form-urlencoded");

        public Task Begun => _begun.Task;

        public void End() => _end.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("persona="u8.ToArray());
            await stream.FlushAsync();
            _begun.TrySetResult();
            // The server gives up on whoever sends nothing for seconds.
            while (await Task.WhenAny(_end.Task, Task.Delay(200)) != _end.Task)
            {
                await stream.WriteAsync(new byte[1000]);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
