namespace Lifecycle.Ledger;

/// <summary>Which members of an event's data hold text that may have to be erased: JSON pointers (RFC 6901), <c>*</c> for every item of a list.</summary>
public sealed class ErasableMembers
{
    /// <param name="pointers">For example <c>/summary</c> and <c>/steps/*/text</c>; at most 64.</param>
    public ErasableMembers(params IEnumerable<string> pointers)
    {
        Pointers = [.. pointers];
        Paths = [.. Pointers.Select(JsonPointer.Parse)];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Paths.Length, 64);
    }

    /// <summary>An event without any.</summary>
    public static ErasableMembers None { get; } = new();

    public IReadOnlyList<string> Pointers { get; }

    internal string[][] Paths { get; }

    /// <summary>All of them, as a set of bits.</summary>
    internal ulong All => Paths.Length == 0 ? 0 : ulong.MaxValue >> (64 - Paths.Length);
}
