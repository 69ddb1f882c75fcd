namespace Lifecycle.EventStore.Log;

/// <summary>Which events a bundle holds.</summary>
public abstract record BundleContent
{
    /// <summary>Every event.</summary>
    public sealed record Everything : BundleContent;

    /// <summary>Every event of one body.</summary>
    public sealed record OfBody(string Tenant) : BundleContent;

    /// <summary>Every event of some streams.</summary>
    public sealed record OfStreams(IReadOnlyList<(string Tenant, Guid Stream)> Streams) : BundleContent;

    /// <summary>What was recorded from a moment on and before another.</summary>
    public sealed record OfPeriod(DateTimeOffset From, DateTimeOffset Before) : BundleContent;
}

/// <summary>What a bundle is made of beside its events.</summary>
/// <param name="Request">What was asked for: a JSON object.</param>
/// <param name="Authority">The rules in force, as JSON.</param>
/// <param name="Size">Size of the checkpoint to prove it by; null is the newest.</param>
/// <param name="Earlier">Sizes of earlier checkpoints to include, for those who kept one.</param>
/// <param name="Evidence">Gives the file with a digest, or null; itself null when no files are wanted.</param>
public sealed record BundleOrder(
    BundleContent Content, ReadOnlyMemory<byte> Request, ReadOnlyMemory<byte> Authority, long? Size = null, IReadOnlyList<long>? Earlier = null,
    Func<string, Stream?>? Evidence = null);
