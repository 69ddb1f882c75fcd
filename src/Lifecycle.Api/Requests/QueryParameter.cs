namespace Lifecycle.Api.Requests;

/// <summary>A query parameter as the API reference shows it and as <see cref="QueryReader"/> reads it.</summary>
/// <param name="Name">In camelCase.</param>
/// <param name="Description">What it selects.</param>
/// <param name="Example">A value that works on the sample register.</param>
internal sealed record QueryParameter(string Name, string Description, string Example)
{
    /// <summary>The words allowed; null when any text will do.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>JSON Schema format, for example "date".</summary>
    public string? Format { get; init; }

    /// <summary>Range of a whole number; null when it is not a number.</summary>
    public (int Min, int Max)? Range { get; init; }

    /// <summary>Several words with commas between them.</summary>
    public bool Many { get; init; }

    public bool Required { get; init; }
}

/// <summary>The query parameters that an endpoint takes; any other is refused by name.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All)
{
    public static QueryParameters None { get; } = new([]);
}
