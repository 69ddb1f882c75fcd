namespace Lifecycle.Bench;

/// <summary>Something that the product does, timed beside the least that it could cost.</summary>
internal interface IMeasure
{
    /// <summary>As --only names it.</summary>
    string Name { get; }

    /// <exception cref="BenchFailedException">It did not do what it claims to time.</exception>
    Task<IReadOnlyList<Row>> RunAsync(TestBed bed, CancellationToken cancellation);
}
