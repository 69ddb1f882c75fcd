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

/// <summary>An order in SQL: what it goes by, of a row r, and which way.</summary>
internal readonly record struct RegisterOrder(string Key, string Direction)
{
    public static RegisterOrder By(RegisterSort sort) => sort switch
    {
        RegisterSort.Due => new("r.due_on", "nulls last"),
        RegisterSort.Raised => new("r.raised_on", "desc"),
        RegisterSort.Level => new("r.level", "desc nulls last"),
        RegisterSort.StatusSince => new("r.status_since", ""),
        RegisterSort.Title => new("r.title", ""),
        _ => new("r.reference", ""),
    };

    public override string ToString() => $"{Key} {Direction}, r.reference";
}
