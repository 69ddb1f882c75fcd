using Lifecycle.Domain;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Application.Import;

/// <summary>References that stand for the same record with every territorial force.</summary>
internal static class References
{
    private const string Ending = "-" + Addressees.AllForces;

    /// <summary>The reference itself, or 43 when it ends in "-all-forces".</summary>
    public static IEnumerable<string> Expand(string reference) => reference.EndsWith(Ending, StringComparison.Ordinal)
        ? Bodies.TerritorialForces.Select(force => $"{reference[..^Ending.Length]}-{force.Id}")
        : [reference];
}
