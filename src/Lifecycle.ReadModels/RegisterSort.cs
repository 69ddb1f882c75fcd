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
