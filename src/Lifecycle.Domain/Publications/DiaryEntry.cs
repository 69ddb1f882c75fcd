using System.Text.Json.Serialization;

namespace Lifecycle.Domain.Publications;

/// <summary>What a diary entry says.</summary>
[JsonConverter(typeof(WordConverter<DiaryEvent>))]
public enum DiaryEvent
{
    [JsonStringEnumMemberName("notified")] Notified,
    [JsonStringEnumMemberName("reinspection-expected")] ReinspectionExpected,
    [JsonStringEnumMemberName("reinspection-held")] ReinspectionHeld,
}

/// <summary>One entry of a publication's diary, as an import file says it.</summary>
/// <param name="Event">What it says; decides which of the others are read.</param>
/// <param name="When">The time as printed.</param>
/// <param name="Bodies">Of a notice: ids of the bodies to be inspected.</param>
/// <param name="Body">Of a re-inspection: id of the body.</param>
/// <param name="From">Of a notice: first day of the inspection.</param>
/// <param name="NotBefore">Of an expected re-inspection: earliest day.</param>
/// <param name="Judgment">Of a re-inspection held: what HMICFRS made of it.</param>
/// <param name="Note">Anything a reader must know.</param>
/// <param name="On">The day of the notice or visit, or the last it can be; null is the day of entry.</param>
public sealed record DiaryEntry(
    DiaryEvent Event,
    string When,
    IReadOnlyList<string>? Bodies = null,
    string? Body = null,
    DateOnly? From = null,
    DateOnly? NotBefore = null,
    string? Judgment = null,
    string? Note = null,
    DateOnly? On = null)
{
    internal PublicationCommand AsCommand(Publish item) => Event switch
    {
        DiaryEvent.Notified => new NotifyInspection(item.Id, item.Title, item.Kind, Bodies ?? [], When, From, Note),
        DiaryEvent.ReinspectionExpected => new ExpectReinspection(item.Id, Body ?? "", When, NotBefore, Note),
        _ => new HoldReinspection(item.Id, Body ?? "", When, Judgment, Note),
    };
}
