using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Sentences;

namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>One fact of a record at two moments, in words.</summary>
internal sealed record FactAtTwoMoments(string Label, string First, string Second, bool Differs)
{
    private const string NoRecord = "No record yet";

    public static IReadOnlyList<FactAtTwoMoments> Of(Recommendation? first, Recommendation? second) =>
    [
        .. RecommendationReplay.FactsOf(first).Zip(RecommendationReplay.FactsOf(second)).Select(pair => new FactAtTwoMoments(
            FieldWords.Label(pair.First.Field), In(first, pair.First), In(second, pair.Second),
            first is null != second is null || pair.First.Value != pair.Second.Value)),
    ];

    private static string In(Recommendation? state, (string Field, string? Value) fact) =>
        state is null ? NoRecord : FieldWords.Value(fact.Field, fact.Value);
}
