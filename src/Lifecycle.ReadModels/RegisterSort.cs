namespace Lifecycle.ReadModels;

/// <summary>Orders of a register list. Equals are told apart by reference, so that pages never overlap.</summary>
public enum RegisterSort
{
    Reference,
    /// <summary>Soonest first; what has no day comes last.</summary>
    Due,
    /// <summary>Newest first.</summary>
    Raised,
    /// <summary>Most serious first; unknown comes last.</summary>
    Level,
    /// <summary>Longest in its status first.</summary>
    StatusSince,
    Title,
}

/// <summary>The orders in SQL.</summary>
internal static class RegisterOrder
{
    public static string By(RegisterSort sort) => sort switch
    {
        RegisterSort.Due => "r.due_on nulls last, r.reference",
        RegisterSort.Raised => "r.raised_on desc, r.reference",
        RegisterSort.Level => "r.level desc nulls last, r.reference",
        RegisterSort.StatusSince => "r.status_since, r.reference",
        RegisterSort.Title => "r.title, r.reference",
        _ => "r.reference",
    };
}
