using Lifecycle.EventStore;

namespace Lifecycle.ReadModels;

/// <summary>What to select from for a list of the register at a point: one row for each record that there was.</summary>
internal static class RegisterRows
{
    private static readonly string Standing = SqlText.Of("register_standing");
    private static readonly string At = SqlText.Of("register_at");

    /// <summary>Found all at once: good for those of many bodies.</summary>
    /// <param name="columns">What is asked of each. The indexes answer alone for tenant_id and census; any other costs a visit to every record.</param>
    public static string OfAll(AsOf asOf, IEnumerable<string> columns) => (asOf.IsNow ? Standing : At)
        .Replace("{columns}", string.Join(", ", columns.Select(column => "r." + column)), StringComparison.Ordinal);

    /// <summary>Whether they are so few that it is better to find them one by one.</summary>
    public static bool AreFew(ReadScope scope, RegisterFilter filter) => SeesFew(scope) || filter.NamesFew;

    public static bool SeesFew(ReadScope scope) => scope.Bodies is { Count: <= 10 };
}
