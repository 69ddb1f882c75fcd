using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Sentences;

/// <summary>The parts of sentences that several events share. Long texts are cut here, because each is shown in full elsewhere.</summary>
internal static class Phrase
{
    private const int Longest = 120;

    public static string Quoted(string text) => $"“{Cut(text)}”";

    public static string LevelOf(int? level) => level is { } known ? $"at level {known}" : "its level not known";

    public static string Items(int number) => Wording.Count(number, "item of evidence", "items of evidence");

    /// <summary>"1, 2 and 3".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    public static string Criteria(StepsToGreenSet e) => string.Join(
        '\n', e.Steps.Select(step => $"{step.Id}. {step.Criterion} (set by {(step.Origin == StepOrigin.Hmicfrs ? "HMICFRS" : "the force")})"));

    public static string Step(string id, Recommendation? state) =>
        state?.Steps.Find(step => step.Criterion.Id == id) is { } known ? $"step {Cut(id)}, {Quoted(known.Criterion.Criterion)}," : $"step {Cut(id)}";

    public static string Evidence(string id, Recommendation? state) =>
        Quoted(state?.Evidence.GetValueOrDefault(id)?.Submitted.Name ?? id);

    public static string? Report(string? id, Recommendation? state) => state?.Reports.Find(report => report.ReportId == id)?.Text;

    public static string For(IReadOnlyList<string> steps) =>
        steps.Count == 0 ? "" : $" for {(steps.Count == 1 ? "step" : "steps")} {List([.. steps.Select(step => Cut(step))])}";

    public static string Marked(Marking marking) => marking == Marking.Official ? "" : $", marked {Classification(marking)}";

    public static string Classification(Marking marking) => marking switch
    {
        Marking.Official => "OFFICIAL",
        Marking.OfficialSensitive => "OFFICIAL-SENSITIVE",
        Marking.Secret => "SECRET",
        Marking.TopSecret => "TOP SECRET",
        _ => throw new ArgumentOutOfRangeException(nameof(marking)),
    };

    public static string Audience(ProgressReported e) => (e.ForBoard, e.ForPortal) switch
    {
        (true, true) => "to the board and to HMICFRS",
        (true, false) => "to the board",
        (false, true) => "to HMICFRS",
        _ => "for the file",
    } + Through(e.Channel);

    public static string Through(string? channel) => channel is null ? "" : $" through {Quoted(channel)}";

    public static string Authority(SignedOff e) => e.Authority == SignOffAuthority.ChiefConstable ? "the chief constable" : "HMICFRS";

    public static string Deadlines(IReadOnlyList<DeadlineStage> stages) => List([.. stages.Select(stage =>
        stage.Due is { } due ? $"{Wording.Of(due)} ({Quoted(stage.Printed)})" : Quoted(stage.Printed))]);

    public static string Deadline(DateOnly? due) => due is { } day ? $"the deadline of {Wording.Of(day)}" : "a deadline that is not in print";

    public static string Shared(bool? shared) => shared switch
    {
        true => ", as other forces missed it too",
        false => ", which other forces did not miss",
        null => "",
    };

    public static string Relation(Linked e) => e.Relation switch
    {
        LinkRelation.Continues => $"it continues {e.Target}",
        LinkRelation.Repeats => $"it repeats {e.Target}",
        LinkRelation.Supersedes => $"it supersedes {e.Target}",
        LinkRelation.CitedAgain => $"{e.Target} cites it again",
        LinkRelation.AnsweredBy => $"{e.Target} answers it",
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };

    /// <summary>As a list of links says it, before the other record.</summary>
    public static string Of(LinkRelation relation) => relation switch
    {
        LinkRelation.Continues => "Continues",
        LinkRelation.Repeats => "Repeats",
        LinkRelation.Supersedes => "Supersedes",
        LinkRelation.CitedAgain => "Cited again by",
        LinkRelation.AnsweredBy => "Answered by",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    public static string Field(string field) => field switch
    {
        "raisedOn" => "the day of the raise",
        "numberAsPrinted" => "the printed number",
        _ => $"the {field}",
    };

    public static string Value(string field, string? value) => value is null
        ? "nothing"
        : field == "raisedOn" && PointInTime.Day(value) is { } day ? Wording.Of(day) : Quoted(value);

    /// <summary>The beginning of a long text. Never half a character.</summary>
    public static string Cut(string text, int longest = Longest) => text.Length <= longest
        ? text
        : $"{text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd()}…";
}
