using System.Globalization;
using Lifecycle.Api.Requests;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Recommendations;

/// <summary>The filters of the register.</summary>
internal static class RegisterQuery
{
    private const string Unknown = "unknown";
    private const string Unrated = "unrated";

    private static readonly QueryParameter Level = new("level", "Levels 1 to 4, or unknown, with commas between them.", "2,3")
    {
        Words = ["1", "2", "3", "4", Unknown],
        Many = true,
    };

    private static readonly QueryParameter Rating = new("rag", "Ratings red, amber or green, or unrated, with commas between them.", "red,unrated")
    {
        Words = ["red", "amber", "green", Unrated],
        Many = true,
    };

    private static readonly QueryParameter Publication = new("publication", "Id of the publication that makes the record.", "west-mercia-peel-2021-22");
    private static readonly QueryParameter Owner = new("owner", "Id of the post that leads the work.", "head-of-custody");
    private static readonly QueryParameter Board = new("board", "Id of the board that watches it.", "service-improvement-board");
    private static readonly QueryParameter Overdue = new("overdue", "True for open records whose day has passed, false for all others.", "true") { Words = ["true", "false"] };
    private static readonly QueryParameter Explained = new("explained", "True for records whose missed day is explained, false for all others.", "false") { Words = ["true", "false"] };
    private static readonly QueryParameter DueBefore = new("dueBefore", "Due earlier than this day.", "2024-04-01") { Format = "date" };
    private static readonly QueryParameter Search = new("q", "Words of title or summary, or the beginning of a reference.", "custody");

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        Requests.Parameters.Body, Requests.Parameters.Kind, Level, Requests.Parameters.Status, Publication, Owner, Board, Rating, Overdue,
        Explained, DueBefore, Search,
    ];

    public static RegisterFilter Read(QueryReader query) => new(
        Bodies: query.Body(Requests.Parameters.Body) is { } body ? [body] : null,
        Kinds: query.Words<RecordKind>(Requests.Parameters.Kind),
        Levels: query.Many(Level) is { Count: > 0 } levels ? [.. levels.Select(LevelOf)] : null,
        Statuses: query.Words<Status>(Requests.Parameters.Status),
        Publication: query.Text(Publication),
        Owner: query.Text(Owner),
        Board: query.Text(Board),
        Rags: query.Many(Rating) is { Count: > 0 } rags ? [.. rags.Select(Requests.Words.Find<Rag>)] : null,
        Overdue: query.Flag(Overdue),
        Explained: query.Flag(Explained),
        DueBefore: query.Day(DueBefore),
        Words: query.Text(Search));

    private static int? LevelOf(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
}
