using System.Collections.Immutable;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>A meeting at which a board was told of records.</summary>
/// <param name="Records">How many records it was told of.</param>
public sealed record BoardMeeting(string Board, DateOnly On, long Records)
{
    internal static BoardMeeting Read(NpgsqlDataReader row) => new(row.GetString(0), row.Day(1), row.GetInt64(2));
}

/// <summary>When boards met, as far as records were reported to them, as known between two moments.</summary>
public static class BoardMeetings
{
    private sealed record Told(string Board);

    internal static IReadModel Model { get; } = new BitemporalTable<Told>(
        "board_meeting", shape: 1, Cut.Whole(history => history.Recommendation?.BoardReports, Days), [Column.Key("board", (Told told) => told.Board)]);

    private static readonly string Sql = SqlText.Of("board_meetings");

    /// <summary>The last meetings of the boards of a body, newest first.</summary>
    /// <param name="most">How many at most.</param>
    public static Task<List<BoardMeeting>> LastAsync(
        Database database, ReadScope scope, string body, AsOf asOf, int most, CancellationToken cancellation) =>
        database.AskAsync(
            scope, Sql,
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("body", body);
                p.AddWithValue("limit", most);
            },
            (reader, ct) => reader.AllAsync(BoardMeeting.Read, ct), cancellation);

    private static List<Segment<Told>> Days(ImmutableList<ReportedToBoard> reports) =>
        [.. reports.Select(report => new Segment<Told>(report.MeetingOn, report.MeetingOn.AddDays(1), new(report.Board))).Distinct()];
}
