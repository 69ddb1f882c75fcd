namespace Lifecycle.Ledger;

/// <summary>What a verifier can find. The first four are no fault by themselves; each of the others condemns what was verified.</summary>
public enum FindingKind
{
    /// <summary>No key or checkpoint from outside was given, so nothing says whose history this is.</summary>
    Untrusted,

    /// <summary>Positions that no event has: another program left them out.</summary>
    Gap,

    /// <summary>An event that became visible after later positions had been taken in.</summary>
    Late,

    /// <summary>A text that was taken away, and the event that says so.</summary>
    Erased,

    /// <summary>Bytes that are not of this format.</summary>
    Malformed,

    /// <summary>Content that is not what was recorded.</summary>
    Altered,

    /// <summary>Something is missing from the middle.</summary>
    Removed,

    /// <summary>Something was added.</summary>
    Inserted,

    /// <summary>Something stands in another place.</summary>
    Reordered,

    /// <summary>Signed, but by another key than the one that is trusted.</summary>
    ReSigned,

    /// <summary>The end is missing.</summary>
    Truncated,

    /// <summary>Two checkpoints that cannot both be of one log.</summary>
    Forked,

    /// <summary>A signature or proof that does not hold.</summary>
    Forged,

    /// <summary>Neither proved nor disproved: what is needed is not there.</summary>
    Unproven,
}

/// <summary>One finding, named as exactly as the material allows.</summary>
/// <param name="Index">The leaf's.</param>
/// <param name="Position">The event's.</param>
/// <param name="Field">JSON pointer into the leaf, or the name of an entry.</param>
public sealed record Finding(FindingKind Kind, string Sentence, long? Index = null, long? Position = null, string? Field = null)
{
    public bool Condemns => Kind > FindingKind.Erased;
}
