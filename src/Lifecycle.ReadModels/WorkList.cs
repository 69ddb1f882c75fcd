using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>What waits for somebody in a body today. A record can be in several lists, or in none.</summary>
public enum WorkList
{
    /// <summary>Due today or within 28 days.</summary>
    DueSoon,
    /// <summary>Overdue, and nobody has said why.</summary>
    OverdueUnexplained,
    /// <summary>Sent back by scrutiny or by whoever signs off, and not answered since.</summary>
    Returned,
    /// <summary>Every step evidenced, scrutiny passed where the body needs it: closure can be recommended.</summary>
    ReadyToRecommend,
    /// <summary>Every step evidenced, and not scrutinised since.</summary>
    ToScrutinise,
    /// <summary>Owned by the caller.</summary>
    Mine,
    /// <summary>Closure recommended; the chief constable signs off.</summary>
    WaitingForChiefConstable,
    /// <summary>Closure recommended; HMICFRS signs off.</summary>
    WaitingForHmicfrs,
}

/// <summary>Whose lists.</summary>
/// <param name="Body">Id of the body.</param>
/// <param name="Owners">Who "mine" means, as records name their owner: an account, a post or a name.</param>
public sealed record WorkOf(string Body, IReadOnlyList<string> Owners)
{
    /// <summary>How far ahead what is due soon lies.</summary>
    public const int DaysAhead = 28;
}

/// <summary>One open record of a work list.</summary>
/// <param name="ScrutinyPassed">Null while not scrutinised since steps or evidence last changed; false after a return.</param>
/// <param name="ReturnedOn">The day on which it was sent back, while that is unanswered.</param>
/// <param name="Steps">Steps to green.</param>
/// <param name="StepsMet">Of these, met.</param>
public sealed record WorkItem(
    string Reference, string Body, string Title, RecordKind Kind, int? Level, Status Status, DateOnly StatusSince, string? Owner,
    string? Board, Rag? Rag, DateOnly? DueOn, bool MissedExplained, DateOnly RaisedOn, bool? ScrutinyPassed, DateOnly? ReturnedOn,
    int Steps, int StepsMet)
{
    internal static WorkItem Read(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetString(3), row.Word<RecordKind>(4), row.IntegerOrNull(5), row.Word<Status>(6),
        row.Day(7), row.TextOrNull(8), row.TextOrNull(9), row.WordOrNull<Rag>(10), row.DayOrNull(11), row.GetBoolean(12), row.Day(13),
        row.IsDBNull(14) ? null : row.GetBoolean(14), row.DayOrNull(15), row.GetInt32(16), row.GetInt32(17));
}
