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
        using var slow = new HttpClient { BaseAddress = small.Address };
        using var rest = new SlowForm();
        var sent = slow.PostAsync("/sign-in", rest, TestContext.Current.CancellationToken);
        await rest.Begun;

        var busy = await visitor.GoAsync("/recommendations");
        while (busy.Status == 200) busy = await visitor.GoAsync("/recommendations");
        Assert.Equal((503, "The service is busy"), (busy.Status, busy.Heading));
        Assert.Contains("nothing was saved", busy.Text, StringComparison.Ordinal);
        Assert.Equal("5", busy.Answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);

        rest.End();
        (await sent).Dispose();
        Assert.Equal("Register", (await visitor.GoAsync("/recommendations")).AssertOk().Heading);
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
