namespace Lifecycle.Domain.Positions;

/// <summary>A declared value was wrong. Both are kept. Counts are named "counts/recommendation" and so on.</summary>
public sealed record CorrectPosition(string Field, string? Printed, string? Value, string Reason) : Command
{
    public static Decision Decide(CorrectPosition c, DeclaredPosition? state)
    {
        var corrected = new Corrected(c.Field, c.Printed, c.Value, c.Reason);
        return Check.First(
                EffectiveDay.InFuture(c.Act),
                Roles.ByHmicfrs(c.Act, state?.Declared.Source),
                Check.When(state is null, "position_unknown", "There is no such declared position. Check its id."),
                Check.Required("reason", c.Reason, Check.Long),
                Check.Optional("printed value", c.Printed, Check.Long),
                PositionFields.Unfit(c.Field, c.Value, c.Act))
            ?? Check.Stands(state!.Corrections.Contains(corrected) || EventCodec.Same(PositionFields.Corrected(state.Standing, corrected), state.Standing))
            ?? Decision.Accept(corrected);
    }
}
