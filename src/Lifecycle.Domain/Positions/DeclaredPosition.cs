using System.Collections.Immutable;

namespace Lifecycle.Domain.Positions;

/// <summary>A declared position as it stands: what was printed, and what was corrected since.</summary>
public sealed record DeclaredPosition
{
    public required PositionDeclared Declared { get; init; }

    /// <summary>As declared, with corrections applied.</summary>
    public required PositionDeclared Standing { get; init; }

    public ImmutableList<Corrected> Corrections { get; init; } = [];

    /// <summary>Number of events folded in.</summary>
    public long Version { get; init; }

    /// <summary>Folds one more event in; null before the declaration.</summary>
    public static DeclaredPosition? Evolve(DeclaredPosition? state, Recorded recorded) => (state, recorded.Event) switch
    {
        (null, PositionDeclared declared) => Create(declared),
        (null, _) => null,
        ({ } current, Corrected e) => current.Apply(e) with { Version = current.Version + 1 },
        ({ } current, _) => current with { Version = current.Version + 1 },
    };

    /// <summary>The state after these events, in the order in which they happened; null when it was never declared.</summary>
    public static DeclaredPosition? Fold(IEnumerable<Recorded> events) => History.InOrder(events).Aggregate((DeclaredPosition?)null, Evolve);

    public static DeclaredPosition Create(PositionDeclared declared) => new() { Declared = declared, Standing = declared, Version = 1 };

    public DeclaredPosition Apply(Corrected e) => this with { Corrections = Corrections.Add(e), Standing = PositionFields.Corrected(Standing, e) };
}
