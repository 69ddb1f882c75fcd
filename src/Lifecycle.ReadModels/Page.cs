using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>One page of a list in a stable order, and how many there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total);

/// <summary>Which page.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Size">Items on a page.</param>
public sealed record Paging(int Number = 1, int Size = 50)
{
    /// <summary>Whoever pages further than this is not reading; a filter or an export serves better.</summary>
    public const int MaxNumber = 5_000;

    public const int MaxSize = 200;

    /// <summary>Items on the pages before it.</summary>
    internal int Offset => (Number - 1) * Size;

    /// <exception cref="ArgumentOutOfRangeException">Outside the limits above, which the caller is to check before.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Number, MaxNumber);
        ArgumentOutOfRangeException.ThrowIfLessThan(Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Size, MaxSize);
    }

    /// <inheritdoc cref="Check"/>
    internal void AddTo(NpgsqlParameterCollection parameters)
    {
        Check();
        parameters.AddWithValue("limit", Size);
        parameters.AddWithValue("offset", Offset);
    }
}
