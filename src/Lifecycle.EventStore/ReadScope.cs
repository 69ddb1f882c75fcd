namespace Lifecycle.EventStore;

/// <summary>The bodies whose rows a query may see; the database enforces it.</summary>
public sealed record ReadScope
{
    private ReadScope(string setting, IReadOnlyList<string>? bodies) => (Setting, Bodies) = (setting, bodies);

    /// <summary>Every body: for the service itself, and for callers whose role sees everything.</summary>
    public static ReadScope All { get; } = new("*", bodies: null);

    // The value of lifecycle.bodies, which the policies read.
    internal string Setting { get; }

    public static ReadScope Of(IEnumerable<string> bodies)
    {
        var distinct = bodies.Select(Checked).Distinct(StringComparer.Ordinal).ToList();
        return new(string.Join(',', distinct), distinct);
    }

    /// <summary>The bodies, for a query that also filters by them and so can use an index; null is every body.</summary>
    public IReadOnlyList<string>? Bodies { get; }

    // A comma or a lone star would widen the scope.
    internal static string Checked(string body) =>
        body.Length > 0 && body != "*" && !body.Contains(',', StringComparison.Ordinal)
            ? body
            : throw new ArgumentException($"'{body}' is not the id of a body.", nameof(body));
}
