using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>One record as the register lists it: everything that a list shows, a filter asks for or a position counts.</summary>
/// <param name="Level">1 to 4; null is unknown.</param>
/// <param name="DueOn">The first dated stage that the body itself must meet.</param>
/// <param name="MissedReason">Why that day was, or will be, missed; null while nobody has said.</param>
/// <param name="MissedShared">Whether other forces missed it too, as this force says; null while nobody has asked.</param>
/// <param name="Forecast">The force's own expected day.</param>
/// <param name="Parent">Reference of the cause of concern that it answers.</param>
/// <param name="ClaimsImplemented">The force says it is done: a claim, never a status.</param>
public sealed record RegisterRow(
    string Reference,
    string Publication,
    string Number,
    RecordKind Kind,
    bool Soft,
    string Body,
    string Title,
    int? Level,
    Status Status,
    DateOnly StatusSince,
    string? Owner,
    string? Board,
    Rag? Rag,
    DateOnly? DueOn,
    string? MissedReason,
    bool? MissedShared,
    DateOnly? Forecast,
    string? Parent,
    DateOnly RaisedOn,
    bool OnRiskRegister,
    bool ClaimsImplemented)
{
    public bool MissedExplained => MissedReason is not null;

    /// <summary>Open, and its day has passed; the day itself is in time.</summary>
    public bool IsOverdue(DateOnly asAt) => Status.IsOpen() && DueOn < asAt;

    public static RegisterRow Of(Recommendation state) => Of(
        state, state.MissedDeadlines.FindLast(missed => missed.Due is null || missed.Due == state.DueOn));

    private static RegisterRow Of(Recommendation state, MissedDeadlineExplained? missed) => new(
        state.Reference, state.Raised.Publication, state.Raised.Number, state.Kind, state.Raised.Soft, state.Body,
        state.Title, state.Level, state.Status, state.StatusSince, state.Owner, state.Board, state.Rag?.Rag, state.DueOn,
        missed?.Reason, missed?.SharedWithOtherForces,
        state.Forecast?.Expected, state.Raised.Parent, state.RaisedOn, state.Risks.Count > 0,
        state.ClaimsImplemented);

    internal static IReadOnlyList<Column<RegisterRow>> Columns { get; } =
    [
        Column.Text("reference", (RegisterRow row) => row.Reference).Settled(),
        Column.Text("publication", (RegisterRow row) => row.Publication).Settled(),
        Column.Text("number", (RegisterRow row) => row.Number).Settled(),
        Column.Word("kind", (RegisterRow row) => (RecordKind?)row.Kind).Settled(),
        Column.Flag("soft", (RegisterRow row) => row.Soft).Settled(),
        Column.Text("body", (RegisterRow row) => row.Body).Settled(),
        Column.Text("title", (RegisterRow row) => row.Title).Settled(),
        Column.Integer("level", (RegisterRow row) => row.Level).Settled(),
        Column.Word("status", (RegisterRow row) => (Status?)row.Status),
        Column.Day("status_since", (RegisterRow row) => row.StatusSince),
        Column.Text("owner", (RegisterRow row) => row.Owner),
        Column.Text("board", (RegisterRow row) => row.Board),
        Column.Word("rag", (RegisterRow row) => row.Rag),
        Column.Day("due_on", (RegisterRow row) => row.DueOn),
        Column.Text("missed_reason", (RegisterRow row) => row.MissedReason).Settled(),
        Column.FlagOrNull("missed_shared", (RegisterRow row) => row.MissedShared).Settled(),
        Column.Day("forecast", (RegisterRow row) => row.Forecast),
        Column.Text("parent", (RegisterRow row) => row.Parent).Settled(),
        Column.Day("raised_on", (RegisterRow row) => row.RaisedOn).Settled(),
        Column.Flag("on_risk_register", (RegisterRow row) => row.OnRiskRegister),
        Column.Flag("claims_implemented", (RegisterRow row) => row.ClaimsImplemented),
        Column.Flag("is_open", (RegisterRow row) => row.Status.IsOpen()),
        Column.Integer("facts", (RegisterRow row) => RegisterFacts.Pack(row)),
    ];

    /// <summary>Reads the columns above, but the last two, from <paramref name="at"/> on.</summary>
    internal static RegisterRow Read(NpgsqlDataReader row, int at) => new(
        row.GetString(at), row.GetString(at + 1), row.GetString(at + 2), row.Word<RecordKind>(at + 3), row.GetBoolean(at + 4),
        row.GetString(at + 5), row.GetString(at + 6), row.IntegerOrNull(at + 7), row.Word<Status>(at + 8), row.Day(at + 9),
        row.TextOrNull(at + 10), row.TextOrNull(at + 11), row.WordOrNull<Rag>(at + 12), row.DayOrNull(at + 13),
        row.TextOrNull(at + 14), row.FlagOrNull(at + 15), row.DayOrNull(at + 16), row.TextOrNull(at + 17), row.Day(at + 18),
        row.GetBoolean(at + 19), row.GetBoolean(at + 20));
}
