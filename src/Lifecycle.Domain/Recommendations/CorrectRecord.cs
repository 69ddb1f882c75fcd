namespace Lifecycle.Domain.Recommendations;

/// <summary>
/// Put a printed or typed value right; both values stay. A correction of what was always true is effective from the
/// raise: when the caller names no day, the application uses <see cref="Recommendation.BeginsOn"/>. Allowed after the end too.
/// </summary>
/// <param name="Printed">Left out: the value that stands.</param>
/// <param name="Reason">Needed all the same; it has a default only so that JSON may leave out what comes before it.</param>
public sealed record CorrectRecord(string Field, string? Printed = null, string? Value = null, string Reason = "") : RecommendationCommand
{
    public static Decision Decide(CorrectRecord c, Recommendation state) =>
        Check.First(
            Check.When(!Recommendation.CorrectableFields.Contains(c.Field), "field_not_correctable",
                $"'{c.Field}' cannot be corrected. These can: {string.Join(", ", Recommendation.CorrectableFields)}."),
            Check.Required("reason", c.Reason, Check.Long),
            Check.Optional("printed value", c.Printed, Check.Long),
            Unfit(c))
        ?? Check.Stands(state.ValueOf(c.Field) == c.Value
            || state.Corrections.Any(old => old.Field == c.Field && old.Value == c.Value && old.Reason == c.Reason))
        ?? Decision.Accept(new Corrected(c.Field, c.Printed ?? state.ValueOf(c.Field), c.Value, c.Reason));

    private static Refusal? Unfit(CorrectRecord c) => c.Field switch
    {
        "title" or "summary" => Check.Required("corrected value", c.Value, Check.Long),
        "raisedOn" => Day.Malformed(c.Value, c.Act),
        _ => Check.Optional("corrected value", c.Value, Check.Long),
    };
}
