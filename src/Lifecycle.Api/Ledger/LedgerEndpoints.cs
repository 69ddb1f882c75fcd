using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Ledger;

/// <summary>The history that proves itself: signed checkpoints, the tree as tiles, and proofs, in the forms of C2SP.</summary>
internal static class LedgerEndpoints
{
    private const string ForEver = "max-age=31536000, immutable";

    private static readonly QueryParameter Size = new("size", "Size of the checkpoint to prove it in; the newest when left out.", "42") { Range = (1, int.MaxValue) };
    private static readonly QueryParameter From = new("from", "Size of the earlier checkpoint.", "40") { Range = (0, int.MaxValue), Required = true };
    private static readonly QueryParameter To = new("to", "Size of the later checkpoint; the newest when left out.", "42") { Range = (0, int.MaxValue) };

    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ledger/checkpoint", CheckpointAsync)
            .Describe("Ledger", "Read the newest checkpoint", "A C2SP checkpoint: the log's name, how many events it has and the hash of its tree, signed, with the signatures of witnesses. At most a second old while events arrive.")
            .Answers(StatusCodes.Status200OK, LedgerExamples.Checkpoint, LedgerText.ContentType)
            .Refuses(RequestProblems.NotFound);
        api.MapPost("/ledger/checkpoint", SignAsync)
            .Describe("Ledger", "Sign a checkpoint now", $"Over every event that is stored. Roles: {Permissions.RolesInWords(Permissions.SignCheckpoint)}.")
            .Answers(StatusCodes.Status200OK, LedgerExamples.Checkpoint, LedgerText.ContentType)
            .Refuses(RequestProblems.CheckpointRefused)
            .Refuses([.. RuleProblems.Forbidding]);
        api.MapPost("/ledger/checkpoint/cosignatures", CosignAsync)
            .Describe("Ledger", "Add a witness's signature", "Send the checkpoint with your signature line at its end. Kept and shown with the checkpoint when a witness that the service knows made it.")
            .Accepts<string>(LedgerText.ContentType).WithMetadata(new RequestExample(LedgerExamples.Checkpoint))
            .Answers(StatusCodes.Status200OK, LedgerExamples.Checkpoint, LedgerText.ContentType)
            .Refuses(RequestProblems.BodyTooLarge, RequestProblems.CheckpointUnknown, RequestProblems.CosignatureUnknown);
        api.MapGet("/ledger/tile/{**path}", TileAsync)
            .Describe("Ledger", "Read a tile of the tree", "C2SP tlog-tiles: 'level/number' or 'entries/number', for example '0/x001/067' or 'entries/003.p/17'. Tiles never change. Entries are for those who may see every body.")
            .Answers(StatusCodes.Status200OK, LedgerExamples.Tile, LedgerText.Bytes)
            .Refuses(RequestProblems.NotFound, RequestProblems.EntryTooLong);
        api.MapGet("/ledger/proof/{position:long}", ProofAsync)
            .Describe("Ledger", "Read the receipt of one event", "A C2SP tlog-proof: the event as it was recorded, its place, and why the signed checkpoint contains it. Keep it: it holds against this service too.")
            .WithQuery(Size)
            .Answers(StatusCodes.Status200OK, LedgerExamples.Receipt, LedgerText.ContentType)
            .Refuses(RequestProblems.NotFound, RequestProblems.CheckpointUnknown, RequestProblems.CheckpointRefused);
        api.MapLedgerBundle();
        api.MapGet("/ledger/consistency", ConsistencyAsync)
            .Describe("Ledger", "Prove that nothing before was changed", "The hashes by which a later tree is shown to begin with an earlier one (RFC 6962), one a line in base64.")
            .WithQuery(From, To)
            .Answers(StatusCodes.Status200OK, LedgerExamples.Consistency, LedgerText.ContentType)
            .Refuses(RequestProblems.CheckpointUnknown);
    }

    private static async Task<IResult> CheckpointAsync(HttpContext context, LedgerDesk ledger)
    {
        context.Response.Headers.CacheControl = "max-age=1";
        return await ledger.CheckpointAsync(context.RequestAborted) is { } note ? LedgerText.Of(note) : Refusals.NotFound;
    }

    private static async Task<IResult> SignAsync(HttpContext context, LedgerDesk ledger) =>
        (await ledger.SignAsync(context.Caller(), context.RequestAborted)).Answer(done => LedgerText.Of(done.State));

    private static async Task<IResult> CosignAsync(HttpContext context, LedgerDesk ledger)
    {
        if (await LedgerText.ReadAsync(context) is not { } note)
            return new ProblemResult(RequestProblems.BodyTooLarge);
        return (await ledger.CosignAsync(note, context.RequestAborted)).Answer(done => LedgerText.Of(done.State));
    }

    private static async Task<IResult> TileAsync(HttpContext context, string path, LedgerDesk ledger)
    {
        var isEntries = path.StartsWith("entries/", StringComparison.Ordinal);
        var outcome = await ledger.TileAsync(context.Caller(), path, context.RequestAborted);
        return outcome.Answer(done =>
        {
            context.Response.Headers.CacheControl = $"{(isEntries ? "private" : "public")}, {ForEver}";
            return TypedResults.Bytes(done.State, LedgerText.Bytes);
        });
    }

    private static async Task<IResult> ProofAsync(HttpContext context, long position, LedgerDesk ledger)
    {
        var query = new QueryReader(context);
        var size = query.Long(Size);
        if (query.Problem is { } problem)
            return problem;
        return (await ledger.ProofAsync(context.Caller(), position, size, context.RequestAborted)).Answer(done =>
        {
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"event-{position}.tlog-proof\"";
            return LedgerText.Of(done.State);
        });
    }

    private static async Task<IResult> ConsistencyAsync(HttpContext context, LedgerDesk ledger)
    {
        var query = new QueryReader(context);
        var (from, to) = (query.Long(From), query.Long(To));
        if (query.Problem is { } problem)
            return problem;
        return (await ledger.ConsistencyAsync(from!.Value, to, context.RequestAborted)).Answer(done =>
            LedgerText.Of(string.Concat(done.State.Select(hash => Convert.ToBase64String(hash) + "\n"))));
    }
}
