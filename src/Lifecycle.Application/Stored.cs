using Lifecycle.Domain;
using Lifecycle.EventStore;

namespace Lifecycle.Application;

/// <summary>From stored bytes to what the domain reads.</summary>
internal static class Stored
{
    public static Recorded Decode(StoredEvent e) =>
        new(e.Version, e.Timestamp, EventCodec.ReadHeaders(e.Headers.Span, e.Timestamp), EventCodec.Read(e.Type, e.Data.Span));
}
