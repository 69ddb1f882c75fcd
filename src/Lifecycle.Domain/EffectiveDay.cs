namespace Lifecycle.Domain;

/// <summary>When things may have happened: from the raise to today.</summary>
internal static class EffectiveDay
{
    public static Refusal? InFuture(Act act) => Check.When(act.EffectiveOn > act.Today, "effective_in_future",
        $"The effective day {act.EffectiveOn.InWords()} is in the future. Enter it once it has happened.");

    public static Refusal? BeforeRaise(Act act, DateOnly begins) => Check.When(act.EffectiveOn < begins, "before_raise",
        $"The effective day {act.EffectiveOn.InWords()} lies before the record was raised on {begins.InWords()}.");
}
