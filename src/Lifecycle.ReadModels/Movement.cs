using System.Text.Json.Serialization;
using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>What a board is told of a record since it last met.</summary>
[JsonConverter(typeof(WordConverter<MovementKind>))]
public enum MovementKind
{
    [JsonStringEnumMemberName("raised")] Raised,
    /// <summary>From one status to another, and open or not as before.</summary>
    [JsonStringEnumMemberName("moved")] Moved,
    /// <summary>Counted as open no more.</summary>
    [JsonStringEnumMemberName("closed")] Closed,
    /// <summary>Counted as open again.</summary>
    [JsonStringEnumMemberName("reopened")] Reopened,
    /// <summary>The day after its due day came, and it was still open.</summary>
    [JsonStringEnumMemberName("became-overdue")] BecameOverdue,
    /// <summary>A later deadline, or none any more.</summary>
    [JsonStringEnumMemberName("deadline-moved")] DeadlineMoved,
}

/// <summary>One thing that changed with one record on a day. Several changes of status on one day are one, from the first to the last.</summary>
/// <param name="FromStatus">Null when it was just raised, or when the status is not what changed.</param>
/// <param name="FromDue">The earlier deadline, where it moved.</param>
/// <param name="ToDue">The later deadline; for what became overdue, the day that was missed.</param>
public sealed record Movement(
    DateOnly On, MovementKind What, Status? FromStatus, Status? ToStatus, DateOnly? FromDue, DateOnly? ToDue, string Reference, string Body,
    string Title, RecordKind Kind, int? Level)
{
    internal static Movement Read(NpgsqlDataReader row) => new(
        row.Day(0), row.Word<MovementKind>(1), row.WordOrNull<Status>(2), row.WordOrNull<Status>(3), row.DayOrNull(4), row.DayOrNull(5),
        row.GetString(6), row.GetString(7), row.GetString(8), row.Word<RecordKind>(9), row.IntegerOrNull(10));
}

/// <summary>How many movements of one sort there were; one record may have moved more than once.</summary>
public sealed record MovementCount(MovementKind What, long Movements)
{
    internal static MovementCount Read(NpgsqlDataReader row) => new(row.Word<MovementKind>(0), row.GetInt64(1));
}
