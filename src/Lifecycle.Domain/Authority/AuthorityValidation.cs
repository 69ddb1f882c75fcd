namespace Lifecycle.Domain.Authority;

/// <summary>Proves that for every kind of record, level, kind of body and day exactly one rule speaks.</summary>
public static class AuthorityValidation
{
    private static readonly int?[] Levels = [null, 1, 2, 3, 4];

    /// <summary>One sentence for each hole and each overlap; empty when the rules are sound.</summary>
    public static IReadOnlyList<string> ProblemsOf(AuthorityRules rules) =>
        [.. SignOffProblems(rules).Concat(ScrutinyProblems(rules)).Distinct()];

    private static IEnumerable<string> SignOffProblems(AuthorityRules rules) =>
        from day in Turns(rules.Rules.Select(rule => (rule.From, rule.To)))
        from kind in Enum.GetValues<RecordKind>()
        from bodyKind in Enum.GetValues<BodyKind>()
        from level in Levels
        let speaking = rules.Rules.Where(rule => rule.Covers(kind, level, bodyKind, day)).Select(rule => rule.Id).ToList()
        where speaking.Count != 1
        select Problem($"{kind} of level {level?.ToString() ?? "unknown"} with {bodyKind}", day, speaking);

    private static IEnumerable<string> ScrutinyProblems(AuthorityRules rules) =>
        from day in Turns(rules.Scrutiny.Select(rule => (rule.From, rule.To)))
        from body in Bodies.All
        let covering = rules.Scrutiny.Where(rule => rule.Covers(body.Id, body.Kind, day)).ToList()
        let own = covering.Where(rule => rule.Body is not null).ToList()
        let speaking = (own.Count > 0 ? own : covering).Select(rule => rule.Source).ToList()
        where speaking.Count != 1
        select Problem($"scrutiny of {body.Id}", day, speaking);

    // Rules only begin or end on these days, so what holds on them holds on all days.
    private static List<DateOnly> Turns(IEnumerable<(DateOnly From, DateOnly? To)> spans) =>
        [.. spans.SelectMany(span => new[] { span.From, span.To is { } to && to < DateOnly.MaxValue ? to.AddDays(1) : span.From })
            .Append(DateOnly.MinValue).Append(DateOnly.MaxValue).Distinct().Order()];

    private static string Problem(string what, DateOnly day, List<string> speaking) => speaking.Count == 0
        ? $"No rule for {what} on {day:yyyy-MM-dd}."
        : $"More than one rule for {what} on {day:yyyy-MM-dd}: {string.Join(", ", speaking)}.";
}
