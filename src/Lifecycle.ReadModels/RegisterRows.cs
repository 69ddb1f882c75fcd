using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>What to select from for a list of the register at a point: one row for each record that there was, found all at once. Good for those of many bodies.</summary>
internal static class RegisterRows
{
    private static readonly string Standing = SqlText.Of("register_standing");
    private static readonly string At = SqlText.Of("register_at");

    /// <summary>
    /// The lines of a census, in as many pieces as there are ways to find some. The program counts them: each grouping of a hundred thousand
    /// records by words takes the database longer than handing over all of them. The indexes answer alone, unless asked for owner or board.
    /// </summary>
    /// <param name="where">Of a row r, on tenant_id, owner and board.</param>
    public static string Lines(AsOf asOf, Conditions where) => Of(asOf, "string_agg(r.census, '')", where);

    /// <summary>Rows with these columns.</summary>
    public static string OfAll(AsOf asOf, IEnumerable<string> columns) => Of(asOf, string.Join(", ", columns.Select(column => "r." + column)), new());

    /// <summary>Whether they are so few that it is better to find them one by one.</summary>
    public static bool AreFew(ReadScope scope, RegisterFilter filter) => SeesFew(scope) || filter.NamesFew;

    public static bool SeesFew(ReadScope scope) => scope.Bodies is { Count: <= 10 };

    private static string Of(AsOf asOf, string columns, Conditions where) => (asOf.IsNow ? Standing : At)
        .Replace("{columns}", columns, StringComparison.Ordinal)
        .Replace("{where}", where.ToString(), StringComparison.Ordinal);
}
