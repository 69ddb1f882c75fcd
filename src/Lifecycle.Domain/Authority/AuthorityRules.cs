using System.Text.Json;

namespace Lifecycle.Domain.Authority;

/// <summary>Who may sign off what, from which day. Data, so that a change of policy is a change of authority.json and older sign-offs keep the rule of their day.</summary>
public sealed record AuthorityRules(IReadOnlyList<AuthorityRule> Rules, IReadOnlyList<ScrutinyRule> Scrutiny)
{
    /// <summary>The rules of authority.json.</summary>
    public static AuthorityRules Current { get; } = Load();

    /// <summary>The one rule in force. A level outside 1 to 4 counts as unknown, so there always is one.</summary>
    public AuthorityRule RuleFor(RecordKind kind, int? level, BodyKind bodyKind, DateOnly day)
    {
        var known = level is >= 1 and <= 4 ? level : null;
        return Rules.First(rule => rule.Covers(kind, known, bodyKind, day));
    }

    public bool ScrutinyRequired(string body, DateOnly day) => ScrutinyFor(body, day).Required;

    /// <summary>The scrutiny rule in force for a body.</summary>
    public ScrutinyRule ScrutinyFor(string body, DateOnly day) =>
        Scrutiny.Where(rule => rule.Covers(body, KindOf(body), day)).MaxBy(rule => rule.Body is not null)!;

    /// <summary>A body we do not know is treated as one that signs nothing off itself.</summary>
    public static BodyKind KindOf(string body) => Bodies.Find(body)?.Kind ?? BodyKind.Partnership;

    /// <summary>authority.json itself, for whoever has to show on which rules a history rests.</summary>
    public static ReadOnlyMemory<byte> Text()
    {
        using var json = Open();
        using var copy = new MemoryStream();
        json.CopyTo(copy);
        return copy.ToArray();
    }

    private static Stream Open() => typeof(AuthorityRules).Assembly.GetManifestResourceStream("authority.json")!;

    private static AuthorityRules Load()
    {
        using var json = Open();
        var rules = JsonSerializer.Deserialize<AuthorityRules>(json, JsonSerializerOptions.Web)!;
        var problems = AuthorityValidation.ProblemsOf(rules);
        return problems.Count == 0 ? rules : throw new InvalidOperationException($"authority.json: {string.Join(" ", problems)}");
    }
}
