namespace Lifecycle.Domain.Publications;

/// <summary>Whom a publication names: ids of bodies, or the word that stands for all territorial forces.</summary>
public static class Addressees
{
    /// <summary>The 43 territorial forces of England and Wales.</summary>
    public const string AllForces = "all-forces";

    /// <summary>Each body once, in the order named.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> named) =>
        [.. named.SelectMany(id => id == AllForces ? Bodies.TerritorialForces.Select(force => force.Id) : [id]).Distinct()];

    internal static Refusal? Unknown(IEnumerable<string> named) => Check.Bodies(named.Where(id => id != AllForces));
}
