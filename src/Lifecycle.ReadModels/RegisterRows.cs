using Lifecycle.EventStore;

namespace Lifecycle.ReadModels;

/// <summary>What to select from for a list of the register at a point: one row for each record that there was.</summary>
internal static class RegisterRows
{
    private static readonly string Standing = SqlText.Of("register_standing");
    private static readonly string At = SqlText.Of("register_at");

    /// <summary>Found all at once: good for those of many bodies. It has the columns that this filter and order ask of it, and no others.</summary>
    public static string OfAll(AsOf asOf, RegisterFilter filter, RegisterSort sort) => (asOf.IsNow ? Standing : At)
        .Replace("{columns}", string.Join(", ", Columns(filter, sort).Select(column => "r." + column)), StringComparison.Ordinal);

    /// <summary>The better of the two ways for what a scope may see and a filter names.</summary>
    public static string Of(ReadScope scope, AsOf asOf, RegisterFilter filter, RegisterSort sort) =>
        AreFew(scope, filter) ? Register.Rows(asOf) : OfAll(asOf, filter, sort);

    public static bool AreFew(ReadScope scope, RegisterFilter filter) => SeesFew(scope) || filter.NamesFew;

    public static bool SeesFew(ReadScope scope) => scope.Bodies is { Count: <= 10 };

    private static IEnumerable<string> Columns(RegisterFilter filter, RegisterSort sort)
    {
        string[] indexed =
        [
            "stream_id", "tenant_id", "reference", "publication", "facts", "level", "is_open", "missed_explained", "due_on", "raised_on", "status_since",
        ];
        foreach (var column in indexed) yield return column;
        if (filter.Owner is not null) yield return "owner";
        if (filter.Board is not null) yield return "board";
        if (filter.Parent is not null) yield return "parent";
        if (sort == RegisterSort.Title) yield return "title";
    }
}
