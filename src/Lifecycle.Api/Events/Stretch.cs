using System.Text;
using System.Text.Json;
using Lifecycle.Api.Requests;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Events;

/// <summary>An event as the bytes that go to every subscriber.</summary>
internal sealed record SentEvent(long Position, string Body, ReadOnlyMemory<byte> Text);

/// <summary>Everything between two positions that callers of one sight may see, ready to send.</summary>
/// <param name="From">Begins after this position.</param>
/// <param name="UpTo">Ends with this position.</param>
/// <param name="HasMore">More may be stored already.</param>
internal sealed record Stretch(long From, long UpTo, bool HasMore, IReadOnlyList<SentEvent> Events)
{
    public static Stretch Of(long from, FeedPage page) => new(from, page.ReadUpTo, page.HasMore, [.. page.Events.Select(Sent)]);

    private static SentEvent Sent(FeedEvent e) => new(
        e.Position, e.Body,
        Encoding.UTF8.GetBytes($"id: {e.Position}\nevent: {e.Type}\ndata: {JsonSerializer.Serialize(CloudEvent.Of(e), ApiJson.Options)}\n\n"));
}
