using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>How a deadline was put in print (handbook 7).</summary>
[JsonConverter(typeof(WordConverter<DeadlineForm>))]
public enum DeadlineForm
{
    [JsonStringEnumMemberName("day")] Day,
    /// <summary>A month: due on its last day, until somebody decides otherwise.</summary>
    [JsonStringEnumMemberName("month")] Month,
    /// <summary>Due from the day of publication.</summary>
    [JsonStringEnumMemberName("immediate-effect")] ImmediateEffect,
    [JsonStringEnumMemberName("as-soon-as-possible")] AsSoonAsPossible,
    [JsonStringEnumMemberName("urgent")] Urgent,
    /// <summary>A national date that the source does not print.</summary>
    [JsonStringEnumMemberName("set-nationally")] SetNationally,
}

/// <summary>One stage of a deadline.</summary>
/// <param name="What">What must be done by then, in our own words.</param>
/// <param name="Printed">The deadline as printed.</param>
/// <param name="Form">How it was put.</param>
/// <param name="Due">The last day in time; null where the form gives no date, which never makes a record overdue.</param>
/// <param name="Owner">Id of the body that owns the stage where it is another than the record's own; null means the record's body.</param>
public sealed record DeadlineStage(string What, string Printed, DeadlineForm Form, DateOnly? Due, string? Owner = null);

/// <summary>What a list of stages must fulfil, whoever sets it.</summary>
internal static class DeadlineStages
{
    private const int MostStages = 20;

    public static Refusal? Check(IReadOnlyList<DeadlineStage> stages) =>
        Domain.Check.When(stages.Count > MostStages, "too_many", $"A record may have up to {MostStages} deadline stages.")
        ?? stages.Select(One).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? One(DeadlineStage? stage) => stage is null
        ? new Refusal("text_required", "Remove the empty deadline stage.")
        : Domain.Check.Required("deadline's task", stage.What, Domain.Check.Long)
          ?? Domain.Check.Required("deadline as printed", stage.Printed, Domain.Check.Short)
          ?? Domain.Check.When(IsDated(stage.Form) != stage.Due.HasValue, "deadline_form",
              $"'{stage.Printed}': a day, a month or immediate effect has a due day; the other forms have none.")
          ?? (stage.Owner is null ? null : Domain.Check.Bodies([stage.Owner]));

    private static bool IsDated(DeadlineForm form) => form is DeadlineForm.Day or DeadlineForm.Month or DeadlineForm.ImmediateEffect;
}
