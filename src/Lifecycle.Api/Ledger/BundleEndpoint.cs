using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Lifecycle.Application;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lifecycle.Api.Ledger;

/// <summary>Events to take away, with everything that proves them.</summary>
internal static class BundleEndpoint
{
    private const string Zip = "application/zip";

    private static readonly QueryParameter Recommendation = new("recommendation", "Reference of a record.", "peel-2021-22-west-mercia-afi-1-west-mercia");
    private static readonly QueryParameter Publication = new("publication", "Id of a publication: its own events and those of its records that you may see.", "peel-2021-22-west-mercia");
    private static readonly QueryParameter From = new("from", "First day of a period, by when it was recorded.", "2026-01-01") { Format = "date" };
    private static readonly QueryParameter To = new("to", "Last day of the period; the same day when left out.", "2026-01-31") { Format = "date" };
    private static readonly QueryParameter Everything = new("everything", "The whole log, for those who may see every body.", "true") { Words = ["true", "false"] };
    private static readonly QueryParameter Size = new("size", "Size of the checkpoint to prove it by; the newest when left out.", "42") { Range = (1, int.MaxValue) };
    private static readonly QueryParameter Kept = new("kept", "Size of an earlier checkpoint that you kept and want to hold against it.", "40") { Range = (1, int.MaxValue) };

    public static void MapLedgerBundle(this IEndpointRouteBuilder api) =>
        api.MapGet("/ledger/bundle", WriteAsync)
            .Describe("Ledger", "Take a bundle away", "One zip with events, their texts, proofs, checkpoints, keys and rules, to be verified years later with no database and no network. The same request gives the same bytes. Ask for one of a record, a body, a publication, a period or everything.")
            .WithQuery(Recommendation, Parameters.Body, Publication, From, To, Everything, Size, Kept)
            .Answers(StatusCodes.Status200OK, LedgerExamples.Bundle, Zip)
            .Refuses(RequestProblems.NotFound, RequestProblems.CheckpointUnknown, RequestProblems.CheckpointRefused, RequestProblems.BundleNotMade)
            .DisableRequestTimeout();

    private static async Task<IResult> WriteAsync(HttpContext context, LedgerBundles bundles)
    {
        var query = new QueryReader(context);
        var request = new BundleRequest(
            query.Text(Recommendation), query.Body(Parameters.Body), query.Text(Publication), query.Day(From), query.Day(To),
            query.Flag(Everything) ?? false, query.Long(Size), query.Long(Kept) is { } kept ? [kept] : null);
        if (request.Kinds != 1)
            query.Wrong(Recommendation, "or body, publication, from and to, or everything: name exactly one of them");
        if (query.Problem is { } problem)
            return problem;
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        context.Response.RegisterForDisposeAsync(file);
        return (await bundles.WriteAsync(context.Caller(), request, file, context.RequestAborted)).Answer(_ =>
        {
            file.Position = 0;
            return TypedResults.File(file, Zip, "history.zip");
        });
    }
}
