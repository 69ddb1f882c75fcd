namespace Lifecycle.Bench;

/// <summary>What a run found.</summary>
/// <param name="Machine">Where it ran.</param>
/// <param name="Events">Events of the register measured.</param>
/// <param name="Rows">In the order of the measures.</param>
/// <param name="Failures">Measures that did not come to an end, with the reason.</param>
public sealed record BenchReport(Machine Machine, long Events, IReadOnlyList<Row> Rows, IReadOnlyList<Failure> Failures);

/// <summary>A measure that could not be taken, or that did not do what it claims.</summary>
public sealed record Failure(string Measure, string Reason);

/// <summary>What the measures did not do as they claim, which makes their numbers worthless.</summary>
public sealed class BenchFailedException(string message) : Exception(message)
{
    internal static void Unless(bool so, string message)
    {
        if (!so) throw new BenchFailedException(message);
    }
}
