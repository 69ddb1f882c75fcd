using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>How a deadline was put in print (handbook 7).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineForm>))]
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
