using Lifecycle.Domain.Publications;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>The facts of a publication, as a table holds them: lists of ids have commas between the ids.</summary>
internal sealed record PublicationFacts(
    string Publication, string Title, string? TitleAsPrinted, string Kind, DateOnly PublishedOn, DatePrecision Precision,
    string? PublishedAsPrinted, bool National, string? Inspected, string Addressed, string JointWith, string? CommissionedBy,
    string? Source, string? Notes, int Made, DateOnly? PrintedOn)
{
    public static PublicationFacts Of(Publication state)
    {
        var e = state.Released!;
        string? Standing(string field, string? printed) => state.CorrectionOf(field) is { } corrected ? corrected.Value : printed;
        return new(
            e.Publication, Standing("title", e.Title)!, Standing("titleAsPrinted", e.TitleAsPrinted), Standing("kind", e.Kind)!,
            state.PublishedOn!.Value, e.Precision, Standing("publishedAsPrinted", e.PublishedAsPrinted), e.National,
            e.Inspected is null ? null : string.Join(',', e.Inspected), string.Join(',', e.Addressed), string.Join(',', e.JointWith),
            Standing("commissionedBy", e.CommissionedBy), Standing("source", e.Source), Standing("notes", e.Notes), state.Records.Count,
            e.PublishedOn == state.PublishedOn ? null : e.PublishedOn);
    }
}

/// <summary>What was published, on both time axes.</summary>
public static class PublicationDigest
{
    internal static IReadModel Model { get; } = new BitemporalTable<PublicationFacts>(
        "publication_digest", shape: 2,
        Cut.One(history => history.Paper, picture => picture.Facts, picture => picture.Facts?.PublishedOn),
        [
            Column.Text("publication", (PublicationFacts facts) => facts.Publication),
            Column.Text("title", (PublicationFacts facts) => facts.Title),
            Column.Text("title_as_printed", (PublicationFacts facts) => facts.TitleAsPrinted),
            Column.Text("kind", (PublicationFacts facts) => facts.Kind),
            Column.Day("published_on", (PublicationFacts facts) => facts.PublishedOn),
            Column.Word("precision", (PublicationFacts facts) => (DatePrecision?)facts.Precision),
            Column.Text("published_as_printed", (PublicationFacts facts) => facts.PublishedAsPrinted),
            Column.Flag("national", (PublicationFacts facts) => facts.National),
            Column.Ids("inspected", (PublicationFacts facts) => facts.Inspected),
            Column.Ids("addressed", (PublicationFacts facts) => facts.Addressed),
            Column.Ids("joint_with", (PublicationFacts facts) => facts.JointWith),
            Column.Text("commissioned_by", (PublicationFacts facts) => facts.CommissionedBy),
            Column.Text("source", (PublicationFacts facts) => facts.Source),
            Column.Text("notes", (PublicationFacts facts) => facts.Notes),
            Column.Integer("made", (PublicationFacts facts) => facts.Made),
            Column.Day("printed_on", (PublicationFacts facts) => facts.PrintedOn),
        ]);

    private static readonly string SearchSql = SqlText.Of("publication_digest_search");

    /// <summary>Publications, newest first, with how the records that each of them makes stand with the bodies in scope.</summary>
    /// <param name="names">One for all lists of a service.</param>
    public static Task<Page<PublicationSummary>> SearchAsync(
        Database database, RecordNames names, ReadScope scope, PublicationFilter filter, AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        // As at a past day, those of the nation are spread over all of the register; its lines are side by side.
        var census = !asOf.IsNow && !RegisterRows.SeesFew(scope) && filter is { Body: null, Publication: null };
        var (sql, parameters) = Question(scope, filter, asOf, paging, countsLater: census);
        return !census ? database.AskAsync(scope, sql, parameters, PageAsync, cancellation) : database.LookAsync(
            scope,
            async look =>
            {
                var page = await look.AskAsync(sql, parameters, PageAsync, cancellation);
                return page.Items.Count == 0 ? page : await CensusCount.CountAsync(
                    look, names, asOf, Register.Within(scope), known => new PublicationTally(known),
                    (_, tally) => Task.FromResult(page with { Items = [.. page.Items.Select(tally.Counted)] }), cancellation);
            },
            cancellation);
    }

    /// <summary>One publication; null when it was not released at that point.</summary>
    public static async Task<PublicationSummary?> FindAsync(
        Database database, ReadScope scope, string publication, AsOf asOf, CancellationToken cancellation)
    {
        var (sql, parameters) = Question(scope, new(Publication: publication), asOf, new(1, 1), countsLater: false);
        var page = await database.AskAsync(scope, sql, parameters, PageAsync, cancellation);
        return page.Items.SingleOrDefault();
    }

    private static (string Sql, Action<NpgsqlParameterCollection> Parameters) Question(
        ReadScope scope, PublicationFilter filter, AsOf asOf, Paging paging, bool countsLater)
    {
        var records = new Conditions()
            .And("r.tenant_id = any(@scope)", "scope", scope.Bodies?.ToArray())
            .And("r.tenant_id = @body", "body", filter.Body)
            .And(countsLater ? "false" : null);
        var where = filter.Where().And(AsOf.Holds("d"));
        var sql = SearchSql
            .Replace("{rows}", Register.Rows(asOf), StringComparison.Ordinal)
            .Replace("{records}", records.ToString(), StringComparison.Ordinal)
            .Replace("{where}", where.ToString(), StringComparison.Ordinal);
        return (sql, Parameters);

        void Parameters(NpgsqlParameterCollection p)
        {
            asOf.AddTo(p);
            records.AddTo(p);
            where.AddTo(p);
            paging.AddTo(p);
        }
    }

    private static Task<Page<PublicationSummary>> PageAsync(NpgsqlDataReader reader, CancellationToken cancellation) =>
        reader.PageAsync(PublicationSummary.Read, cancellation);
}
