namespace Lifecycle.Bench;

/// <summary>What to measure, and on how large a register.</summary>
/// <param name="Events">Events of the register that is generated.</param>
/// <param name="Time">For each timed measure, on each side: ours and its floor.</param>
/// <param name="Only">Names of measures; none is all.</param>
/// <param name="Keep">Folder of the database, which is then found again by the next run; null is a temporary one.</param>
public sealed record BenchOptions(int Events, TimeSpan Time, IReadOnlyList<string> Only, string? Keep);
