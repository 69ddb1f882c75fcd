using System.Text.Json;
using System.Text.Json.Serialization;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.EventStore;
using Lifecycle.EventStore.Log;
using Lifecycle.Ledger;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>What a bundle shall hold: exactly one of a record, a body, a publication, a period, or everything.</summary>
/// <param name="Recommendation">Reference of a record.</param>
/// <param name="Body">Id of a body.</param>
/// <param name="Publication">Id of a publication: its own events and those of its records.</param>
/// <param name="From">First day of a period, by the day of recording in London.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Everything">The whole log.</param>
/// <param name="Size">Size of the checkpoint to prove it by; null is the newest.</param>
/// <param name="Kept">Sizes of earlier checkpoints that somebody kept and wants to compare.</param>
public sealed record BundleRequest(
    string? Recommendation = null, string? Body = null, string? Publication = null, DateOnly? From = null, DateOnly? To = null,
    bool Everything = false, long? Size = null, IReadOnlyList<long>? Kept = null)
{
    /// <summary>How many kinds of content are asked for; a request needs one.</summary>
    public int Kinds => (Recommendation is null ? 0 : 1) + (Body is null ? 0 : 1) + (Publication is null ? 0 : 1) + (From is null && To is null ? 0 : 1) + (Everything ? 1 : 0);
}

/// <summary>Makes bundles for those who may see what is in them.</summary>
public sealed class LedgerBundles(Database database, Bundles bundles, Checkpointer checkpointer)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private static readonly Refusal NoSuchCheckpoint = new("checkpoint_unknown", "No checkpoint of that size was signed. Leave the size out for the newest one.");

    /// <summary>Writes the bundle to a stream.</summary>
    /// <param name="evidence">Files to put in with it, where its events name them; null for none.</param>
    public async Task<Outcome<BundleRequest>> WriteAsync(
        Caller caller, BundleRequest request, Stream output, CancellationToken cancellation, EvidenceFolder? evidence = null)
    {
        if (await ContentAsync(caller, request, cancellation) is not { } content)
            return new Outcome<BundleRequest>.NotFound();
        try
        {
            // What was stored a moment ago shall be in it.
            if (request.Size is null)
                await checkpointer.SignAsync(cancellation);
        }
        catch (CheckpointRefusedException e)
        {
            return new Outcome<BundleRequest>.Refused(new("checkpoint_refused", e.Message));
        }

        var order = new BundleOrder(
            content, JsonSerializer.SerializeToUtf8Bytes(request, Json), AuthorityRules.Text(), request.Size, request.Kept, evidence is null ? null : evidence.Open);
        try
        {
            return await bundles.WriteAsync(caller.Scope, order, output, cancellation)
                ? new Outcome<BundleRequest>.Done(request, 0)
                : new Outcome<BundleRequest>.Refused(NoSuchCheckpoint);
        }
        catch (LedgerFormatException e)
        {
            return new Outcome<BundleRequest>.Refused(new("bundle_not_made", e.Message));
        }
    }

    private async Task<BundleContent?> ContentAsync(Caller caller, BundleRequest request, CancellationToken cancellation) => request switch
    {
        { Kinds: not 1 } => null,
        { Recommendation: { } reference } => await RecommendationStream.FindAsync(database, caller.Scope, reference, cancellation) is { } found
            ? new BundleContent.OfStreams([(found.Tenant, found.Id)])
            : null,
        { Publication: { } publication } => new BundleContent.OfStreams(
            [(Bodies.Hmicfrs, StreamIds.Publication(publication)), .. await PublicationStreams.FindAsync(database, caller.Scope, publication, cancellation)]),
        { Body: { } body } => caller.MaySee(body) ? new BundleContent.OfBody(body) : null,
        { Everything: true } => caller.Sees is null ? new BundleContent.Everything() : null,
        _ => new BundleContent.OfPeriod(
            request.From is { } from && from > DateOnly.MinValue ? LondonDay.EndOf(from.AddDays(-1)).AddMicroseconds(1) : DateTimeOffset.UnixEpoch,
            LondonDay.EndOf(request.To ?? request.From!.Value).AddMicroseconds(1)),
    };
}
