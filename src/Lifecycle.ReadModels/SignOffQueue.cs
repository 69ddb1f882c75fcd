using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>A record whose closure was recommended and waits for a decision.</summary>
/// <param name="RecommendedOn">The day on which it began to wait.</param>
/// <param name="RecommendedBy">Actor id; this person cannot sign it off.</param>
/// <param name="Evidence">Items of evidence judged.</param>
public sealed record ClosureWaiting(
    string Reference, string Publication, string Body, string Title, RecordKind Kind, int? Level,
    DateOnly RecommendedOn, string RecommendedBy, string Statement, int Evidence)
{
    internal static ClosureWaiting? Of(Recommendation state) =>
        state is { Status: Status.ClosureRecommended, Stage: Stage.AwaitingSignOffStage { Recommended: var recommended } }
            ? new(
                state.Reference, state.Raised.Publication, state.Body, state.Title, state.Kind, state.Level,
                state.StatusSince, recommended.RecommendedBy, recommended.Statement, recommended.Evidence.Count)
            : null;
}

/// <summary>What waits, with whose authority the rules of the day ask for.</summary>
/// <param name="Rule">The rule that says so, "id@version".</param>
public sealed record QueueItem(ClosureWaiting Waiting, SignOffAuthority Authority, bool OversightNoteRequired, string Rule);

/// <summary>How many records of one body wait, and since when the first of them.</summary>
public sealed record BodyWaiting(string Body, long Records, DateOnly Since);

/// <summary>What waits for a sign-off, on both time axes.</summary>
public static class SignOffQueue
{
    internal static IReadModel Model { get; } = new BitemporalTable<ClosureWaiting>(
        "sign_off_queue", shape: 1,
        Cut.One(history => history.Record, picture => picture.Waiting, picture => picture.State.RaisedOn),
        [
            Column.Text("reference", (ClosureWaiting row) => row.Reference),
            Column.Text("publication", (ClosureWaiting row) => row.Publication),
            Column.Text("body", (ClosureWaiting row) => row.Body),
            Column.Text("title", (ClosureWaiting row) => row.Title),
            Column.Word("kind", (ClosureWaiting row) => (RecordKind?)row.Kind),
            Column.Integer("level", (ClosureWaiting row) => row.Level),
            Column.Day("recommended_on", (ClosureWaiting row) => row.RecommendedOn),
            Column.Text("recommended_by", (ClosureWaiting row) => row.RecommendedBy),
            Column.Text("statement", (ClosureWaiting row) => row.Statement),
            Column.Integer("evidence", (ClosureWaiting row) => row.Evidence),
        ]);

    private static readonly string WaitingSql = SqlText.Of("sign_off_queue_waiting");
    private static readonly string PageSql = SqlText.Of("sign_off_queue_page");
    private static readonly string BodiesSql = SqlText.Of("sign_off_queue_bodies");

    /// <summary>
    /// What waits, longest first. A rule changes with the calendar while the record stands still, so whose authority is needed
    /// is not stored: it is decided here, by the rules in force on the day asked for.
    /// </summary>
    /// <param name="authority">Only what waits for this authority; null is everything.</param>
    /// <param name="notRecommendedBy">Leaves out what this actor recommended and so cannot sign off.</param>
    /// <param name="body">Only the records of this body; null is all in scope.</param>
    public static Task<Page<QueueItem>> ReadAsync(
        Database database, ReadScope scope, AuthorityRules rules, SignOffAuthority? authority, string? notRecommendedBy, string? body,
        AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        var where = Waiting(scope, authority, notRecommendedBy, body);
        return database.AskAsync(
            scope, Sql(PageSql, where),
            p =>
            {
                paging.AddTo(p);
                AddTo(p, where, rules, asOf);
            },
            (reader, ct) => reader.PageAsync(Read, ct), cancellation);
    }

    /// <summary>The same counted by body, by id.</summary>
    public static Task<List<BodyWaiting>> BodiesAsync(
        Database database, ReadScope scope, AuthorityRules rules, SignOffAuthority? authority, string? notRecommendedBy,
        AsOf asOf, CancellationToken cancellation)
    {
        var where = Waiting(scope, authority, notRecommendedBy, body: null);
        return database.AskAsync(
            scope, Sql(BodiesSql, where), p => AddTo(p, where, rules, asOf),
            (reader, ct) => reader.AllAsync(row => new BodyWaiting(row.GetString(0), row.GetInt64(1), row.Day(2)), ct), cancellation);
    }

    private static Conditions Waiting(ReadScope scope, SignOffAuthority? authority, string? notRecommendedBy, string? body) => new Conditions()
        .AndOf(body is null ? null : [body], scope, "q")
        .And("rule.authority = @authority", "authority", authority is { } wanted ? Words.Of(wanted) : null)
        .And("q.recommended_by <> @actor", "actor", notRecommendedBy)
        .And(AsOf.Holds("q"));

    private static string Sql(string tail, Conditions where) =>
        $"{WaitingSql.Replace("{where}", where.ToString(), StringComparison.Ordinal)}\n{tail}";

    private static void AddTo(NpgsqlParameterCollection parameters, Conditions where, AuthorityRules rules, AsOf asOf)
    {
        asOf.AddTo(parameters);
        where.AddTo(parameters);
        AddRules(rules, asOf.AsAt, parameters);
    }

    // The rules as data: for every kind of body, kind of record and level, the one rule in force on the day.
    private static void AddRules(AuthorityRules rules, DateOnly day, NpgsqlParameterCollection parameters)
    {
        var cases =
            (from bodyKind in Enum.GetValues<BodyKind>()
             from kind in Enum.GetValues<RecordKind>()
             from level in Enumerable.Range(0, 5)
             let rule = rules.RuleFor(kind, level == 0 ? null : level, bodyKind, day)
             select (BodyKind: Words.Of(bodyKind), Kind: Words.Of(kind), Level: level, rule)).ToList();
        parameters.AddWithValue("rule_body_kinds", cases.Select(one => one.BodyKind).ToArray());
        parameters.AddWithValue("rule_kinds", cases.Select(one => one.Kind).ToArray());
        parameters.AddWithValue("rule_levels", cases.Select(one => one.Level).ToArray());
        parameters.AddWithValue("rule_authorities", cases.Select(one => Words.Of(one.rule.Authority)).ToArray());
        parameters.AddWithValue("rule_notes", cases.Select(one => one.rule.OversightNoteRequired).ToArray());
        parameters.AddWithValue("rule_names", cases.Select(one => $"{one.rule.Id}@{one.rule.Version}").ToArray());
        parameters.AddWithValue("known_bodies", Bodies.All.Select(body => body.Id).ToArray());
        parameters.AddWithValue("known_body_kinds", Bodies.All.Select(body => Words.Of(body.Kind)).ToArray());
        parameters.AddWithValue("unknown_body_kind", Words.Of(AuthorityRules.KindOf("")));
    }

    private static QueueItem Read(NpgsqlDataReader row) => new(
        new ClosureWaiting(
            row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Word<RecordKind>(5), row.IntegerOrNull(6),
            row.Day(7), row.GetString(8), row.GetString(9), row.GetInt32(10)),
        row.Word<SignOffAuthority>(11), row.GetBoolean(12), row.GetString(13));
}
