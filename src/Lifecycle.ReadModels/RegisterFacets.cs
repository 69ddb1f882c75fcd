using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.ReadModels;

/// <summary>How many records choosing a value would show.</summary>
public readonly record struct Choice<T>(T Value, long Count);

/// <summary>The same of a value that people name.</summary>
/// <param name="Title">Of a publication; null when its report is not known at that point.</param>
public sealed record NamedChoice(string Value, string? Title, long Count);

/// <summary>The chosen one first, then those with most records.</summary>
/// <param name="InAll">How many there are, also those left out.</param>
public sealed record NamedChoices(IReadOnlyList<NamedChoice> Choices, long InAll);

/// <summary>What else could be chosen from where a filter stands: each count leaves out its own choice and obeys all others.</summary>
/// <param name="Levels">Null is unknown.</param>
/// <param name="Rags">Null is not rated.</param>
/// <param name="Owners">Only for those who see few bodies.</param>
/// <param name="Boards">Only for those who see few bodies.</param>
/// <param name="Overdue">Open records whose day has passed.</param>
/// <param name="Unexplained">Of these, without an explanation.</param>
public sealed record RegisterFacets(
    IReadOnlyList<Choice<RecordKind>> Kinds,
    IReadOnlyList<Choice<int?>> Levels,
    IReadOnlyList<Choice<Status>> Statuses,
    IReadOnlyList<Choice<Rag?>> Rags,
    NamedChoices Bodies,
    NamedChoices Publications,
    NamedChoices Owners,
    NamedChoices Boards,
    long Open,
    long Closed,
    long Overdue,
    long Unexplained)
{
    internal static RegisterFacets Of(RegisterCounts counts, NamedChoices bodies, NamedChoices publications)
    {
        var late = counts.But(Missed.Late).Where(of => of.Value.Overdue).ToList();
        var open = counts.But(Missed.Open).ToLookup(of => of.Value.Status.IsOpen());
        return new(
            Choices(Missed.Kind, facts => facts.Kind),
            Choices(Missed.Level, facts => facts.Level),
            Choices(Missed.Status, facts => facts.Status),
            Choices(Missed.Rag, facts => facts.Rag),
            bodies, publications, counts.Named("owner"), counts.Named("board"),
            open[true].Sum(of => of.Count), open[false].Sum(of => of.Count),
            late.Sum(of => of.Count), late.Where(of => !of.Value.Explained).Sum(of => of.Count));

        IReadOnlyList<Choice<T>> Choices<T>(Missed own, Func<RegisterFacts, T> value) =>
        [
            .. counts.But(own).GroupBy(of => value(of.Value)).Select(same => new Choice<T>(same.Key, same.Sum(of => of.Count)))
                .OrderBy(choice => choice.Value is null).ThenBy(choice => choice.Value),
        ];
    }
}
