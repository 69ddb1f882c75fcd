using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>What to select from for a list of the register at a point: one row for each record that there was, found all at once. Good for those of many bodies.</summary>
internal static class RegisterRows
{
    private static readonly string Standing = SqlText.Of("standing_rows")
        .Replace("{words}", string.Join(", ", RegisterRow.Columns.Select(column => $"w.{column.Name}")), StringComparison.Ordinal);

    private static readonly string LinesOfNow = SqlText.Of("register_lines");
    private static readonly string Now = SqlText.Of("register_standing").Replace("{standing}", Standing, StringComparison.Ordinal);
    private static readonly string At = SqlText.Of("register_at").Replace("{standing}", Standing, StringComparison.Ordinal);

    /// <summary>
    /// The lines of a census, in several pieces. The program counts them: each grouping of a hundred thousand records by words takes the
    /// database longer than handing over all of them. Indexes and the table of what stands answer alone.
    /// </summary>
    /// <param name="within">On tenant_id.</param>
    public static string Lines(AsOf asOf, Conditions within) => asOf.IsNow
        ? LinesOfNow.Replace("{where}", within.ToString(), StringComparison.Ordinal)
        : Of(asOf, "string_agg(r.census, '')", within);

    /// <summary>Rows with these columns.</summary>
    public static string OfAll(AsOf asOf, IEnumerable<string> columns) => Of(asOf, string.Join(", ", columns.Select(column => "r." + column)), new());

    /// <summary>Whether they are so few that it is better to find them one by one.</summary>
    public static bool AreFew(ReadScope scope, RegisterFilter filter) => SeesFew(scope) || filter.NamesFew;

    public static bool SeesFew(ReadScope scope) => scope.Bodies is { Count: <= 10 };

    private static string Of(AsOf asOf, string columns, Conditions where) => (asOf.IsNow ? Now : At)
        .Replace("{columns}", columns, StringComparison.Ordinal)
        .Replace("{where}", where.ToString(), StringComparison.Ordinal);
}
