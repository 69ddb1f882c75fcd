using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Web.Acting;

/// <summary>The form of one command, as data: one page shows any of them.</summary>
/// <param name="Command">As in the API, for example "sign-off".</param>
/// <param name="Lead">What the command does, in one sentence.</param>
/// <param name="Fields">In the order of the page.</param>
/// <param name="Done">What is so afterwards, in one sentence.</param>
/// <param name="Read">What was entered, as a command. Asked only when nothing that is required is missing.</param>
internal sealed record ActForm(
    string Command, string Lead, IReadOnlyList<ActField> Fields, string Done, Func<Entered, ActRecord, RecommendationCommand> Read)
{
    /// <summary>What cannot simply be undone, said before the command is given; null when nothing needs a second look.</summary>
    public string? Grave { get; init; }

    /// <summary>The day field, where the usual one would mislead.</summary>
    public ActField Day { get; init; } = Acting.Fields.EffectiveOn;

    /// <summary>The fields with those that every command has.</summary>
    public IEnumerable<ActField> AllFields(ActRecord record) =>
        [.. Fields, .. Domain.Roles.Transcribes(record.Caller.Role) ? [Acting.Fields.Source] : Array.Empty<ActField>(), Day];

    public bool TakesFile => Fields.Any(one => one.Kind == FieldKind.File);
}
