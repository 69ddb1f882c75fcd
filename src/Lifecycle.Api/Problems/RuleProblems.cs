// Longer than most files because it is a table: every rule of the domain that can say no, with its public code.
namespace Lifecycle.Api.Problems;

/// <summary>
/// The rules of the domain as problems. The sentence that tells the caller what to do comes with each refusal; here is what
/// the code means. Who may not act is 403, everything else a rule refuses is 422.
/// </summary>
public static class RuleProblems
{
    /// <summary>Every rule that can refuse.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        Forbids("role_not_allowed", "Your role may not do this"),
        Forbids("no_authority", "Somebody else has the authority for this"),
        Forbids("not_your_record", "The record belongs to another body"),

        Refuses("text_required", "A text is missing"),
        Refuses("text_too_long", "A text is too long"),
        Refuses("text_malformed", "A text contains control characters"),
        Refuses("slug_malformed", "An id has characters that ids may not have"),
        Refuses("body_unknown", "A body is not known"),
        Refuses("day_malformed", "A corrected day is not a day"),
        Refuses("too_many", "A list is too long"),
        Refuses("id_taken", "The id is taken by something else on this record"),

        Refuses("effective_in_future", "It has not happened yet"),
        Refuses("before_raise", "It cannot have happened before the record was raised"),
        Refuses("too_early", "It cannot have happened before what it builds on"),
        Refuses("source_required", "What HMICFRS decided elsewhere needs its source"),

        Refuses("record_unknown", "There is no such record"),
        Refuses("record_ended", "The record has ended"),
        Refuses("record_differs", "The record was raised with other content"),
        Refuses("raise_day", "A record begins on the day of its publication"),
        Refuses("parent_unknown", "The cause of concern is not in the register"),
        Refuses("parent_ended", "The cause of concern has ended"),
        Refuses("not_ended", "The record has not ended"),
        Refuses("not_relevant", "The record is not relevant to the body"),
        Refuses("level_unknown", "There is no such level"),
        Refuses("field_not_correctable", "This field cannot be corrected"),
        Refuses("link_to_itself", "A record cannot be linked to itself"),
        Refuses("linked_record_unknown", "The other record is not in the register"),
        Refuses("successor_is_itself", "A record cannot replace itself"),

        Refuses("event_unknown", "There is no such event"),
        Refuses("text_not_erasable", "There is no text to erase in that place"),
        Refuses("text_in_too_many_places", "The same words stand in too many places to be erased at once"),

        Refuses("steps_count", "The number of steps is out of range"),
        Refuses("steps_not_distinct", "Two steps have the same id"),
        Refuses("step_unknown", "There is no such step"),
        Refuses("steps_not_met", "A step is still open"),
        Refuses("evidence_required", "There is no evidence"),
        Refuses("evidence_unknown", "There is no such evidence"),
        Refuses("evidence_withdrawn", "The evidence was withdrawn"),
        Refuses("evidence_form", "Evidence is either a file or a link"),
        Refuses("file_details_required", "A file's media type or size is missing"),
        Refuses("digest_malformed", "The digest is not a SHA-256"),
        Refuses("link_malformed", "The link is not a web address"),
        Refuses("marking_too_high", "The marking is too high for this service"),

        Refuses("audience_required", "The report is for nobody"),
        Refuses("report_unknown", "There is no such report on this record"),
        Refuses("meeting_in_future", "The meeting has not been held"),
        Refuses("request_unknown", "There is no such request for guidance"),
        Refuses("deadline_form", "The deadline's form and day do not fit each other"),
        Refuses("no_missed_deadline", "No deadline was missed"),

        Refuses("published_on_required", "The day of publication is missing"),
        Refuses("publication_differs", "The publication was released with other content"),
        Refuses("not_released", "The publication has not been released"),
        Refuses("number_repeated", "Two records have the same number"),
        Refuses("area_repeated", "An area is named twice"),
        Refuses("grade_published", "The grade is published and stays"),
        Refuses("grade_not_on_scale", "The grade is not on its scale"),
        Refuses("scale_differs", "The assessment was graded on the other scale"),
        Refuses("scales_differ", "Grades of different scales cannot be compared"),
        Refuses("not_graded", "The area was not graded"),
        Refuses("counts_required", "There are no counts, or too many"),
        Refuses("counts_differ", "The source was entered with another count"),
        Refuses("count_negative", "A count is below nought"),
        Refuses("count_malformed", "A corrected count is not a number"),
        Refuses("count_too_exact", "A count has too many digits"),
        Refuses("subject_malformed", "The subject of the counts and its body do not fit each other"),
        Refuses("position_unknown", "There is no such declared position"),
        Refuses("position_differs", "The position was declared with other counts"),

        Refuses("scrutiny_required", "Scrutiny must be passed first"),
        Refuses("closure_pending", "Closure is recommended and waits for a decision"),
        Refuses("closure_not_recommended", "Closure is not recommended"),
        Refuses("own_recommendation", "Nobody signs off what they recommended"),
        Refuses("oversight_note_required", "The sign-off needs a note of the oversight"),
        Refuses("open_children", "A recommendation under this cause of concern is open"),
    ];

    /// <summary>Codes that say: not you.</summary>
    public static IReadOnlyList<Problem> Forbidding { get; } = [.. All.Where(problem => problem.Status == 403)];

    private static Problem Forbids(string code, string title) => new(code, 403, title, "The detail says who may do it.");

    private static Problem Refuses(string code, string title) => new(code, 422, title, "The detail says what to change.");
}
