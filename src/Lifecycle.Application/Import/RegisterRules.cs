using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Application.Import;

/// <summary>
/// What the parts of a file must be to each other. The domain refuses most of this too, one refusal at a time and without a place;
/// a person who mends a file wants all of it at once.
/// </summary>
/// <param name="report">Takes the path and the message of each problem.</param>
internal sealed class RegisterRules(Action<string, string> report)
{
    /// <param name="items">Those that fit the schema, with their paths.</param>
    public void Publications(IReadOnlyList<(Publish Item, string Path)> items)
    {
        Once(items, entry => entry.Item.Id, entry => $"{entry.Path}.id", "publication");
        foreach (var (item, path) in items) Publication(item, path);
    }

    /// <param name="items">Those that fit the schema, with their paths.</param>
    public void Positions(IReadOnlyList<(DeclarePosition Item, string Path)> items)
    {
        Once(items, entry => entry.Item.Position, entry => $"{entry.Path}.position", "position");
        foreach (var (item, path) in items)
        {
            var national = item.Subject.Kind == SubjectKind.NationalAverage;
            if (national == item.Subject.Body is null) continue;
            report($"{path}.subject.body", national ? "The average of the nation has no body. Take the body out." : "Say which body these counts are for.");
        }
    }

    private void Publication(Publish item, string path)
    {
        var content = item.Records!.Count + item.Judgments!.Count + item.Counts!.Count + item.Corrections!.Count;
        if (item.PublishedOn is null && content + item.Diary!.Count == 0)
        {
            report(path, "Nothing is known of this publication. Say when it was published, or add an entry to its diary.");
        }
        else if (item.PublishedOn is null && content > 0)
        {
            report($"{path}.publishedOn", "Records, judgments and counts come with publication. Say when that was: the last possible day will do, with precision no-later-than.");
        }

        Once(item.Records.Index(), record => record.Item.Number, record => $"{path}.records[{record.Index}].number", "record");
        foreach (var (index, record) in item.Records.Index()) Record(record, item.Records, $"{path}.records[{index}]");
        foreach (var (index, graded) in item.Judgments.Index()) Judgments(graded, $"{path}.judgments[{index}]");
    }

    private void Record(MadeRecord record, IReadOnlyList<MadeRecord> all, string path)
    {
        if (record.Parent is not null && !all.Any(other => other.Number == record.Parent && other.Kind == RecordKind.CauseOfConcern))
        {
            report($"{path}.parent", $"'{record.Parent}' is not the number of a cause of concern in this publication. Correct it, or add the cause of concern.");
        }

        foreach (var (index, stage) in record.Deadlines.Index())
        {
            var dated = stage.Form is DeadlineForm.Day or DeadlineForm.Month or DeadlineForm.ImmediateEffect;
            if (dated == stage.Due.HasValue) continue;
            report($"{path}.deadlines[{index}].due", dated ? "Say on which day this is due." : "A deadline of this form has no due day. Take it out, or change the form.");
        }
    }

    private void Judgments(JudgmentsGraded graded, string path)
    {
        Once(graded.Judgments.Index(), one => one.Item.Area, one => $"{path}.judgments[{one.Index}].area", "area");
        foreach (var (index, judgment) in graded.Judgments.Index())
        {
            if (graded.Scale != JudgmentScale.FourPoint || judgment.Grade != JudgmentGrade.Adequate) continue;
            report($"{path}.judgments[{index}].grade", "The four-point scale has no adequate. Correct the grade or the scale.");
        }
    }

    private void Once<T>(IEnumerable<T> items, Func<T, string> key, Func<T, string> path, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => !seen.Add(key(item))))
        {
            report(path(item), $"The {what} '{key(item)}' stands here a second time. Give each its own, or join the two.");
        }
    }
}
