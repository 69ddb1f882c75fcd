using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Recommendations;

/// <summary>One record as lists show it.</summary>
/// <param name="Level">1 to 4; null is unknown.</param>
/// <param name="Open">Counts as open in every position.</param>
/// <param name="Overdue">Open, and its day has passed.</param>
/// <param name="MissedExplained">Somebody explained why that day was, or will be, missed.</param>
/// <param name="ClaimsImplemented">The force says it is done: a claim, never a status.</param>
public sealed record RecordItem(
    string Reference, Status Status, DateOnly StatusSince, bool Open, bool Overdue, int? Level, RecordKind Kind, bool Soft,
    string Body, string Publication, string Number, string Title, DateOnly RaisedOn, DateOnly? DueOn, bool MissedExplained,
    DateOnly? Forecast, string? Owner, string? Board, Rag? Rag, bool OnRiskRegister, bool ClaimsImplemented, string? Parent)
{
    internal static RecordItem Of(RegisterRow row, DateOnly asAt) => new(
        row.Reference, row.Status, row.StatusSince, row.Status.IsOpen(), row.IsOverdue(asAt), row.Level, row.Kind, row.Soft,
        row.Body, row.Publication, row.Number, row.Title, row.RaisedOn, row.DueOn, row.MissedExplained, row.Forecast, row.Owner,
        row.Board, row.Rag, row.OnRiskRegister, row.ClaimsImplemented, row.Parent);
}
