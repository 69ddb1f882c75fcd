using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Sentences;

namespace Lifecycle.Web.Tests.Sentences;

/// <summary>No command and no fact reaches a page without words.</summary>
public sealed class WordsTests
{
    [Fact]
    public void Every_command_has_its_words_and_stands_in_one_group() => Assert.Equal(
        RecommendationCommands.Known.Keys.Order(),
        ActWords.Groups.SelectMany(group => group.Commands).Where(command => ActWords.Of(command).Length > 0).Order());

    [Fact]
    public void Every_fact_of_a_replay_has_a_label_of_its_own_and_words_for_none()
    {
        var facts = RecommendationReplay.FactsOf(null);
        Assert.Equal(facts.Count, facts.Select(fact => FieldWords.Label(fact.Field)).Distinct().Count());
        Assert.All(facts, fact => Assert.NotEmpty(FieldWords.Value(fact.Field, fact.Value)));
    }

    [Theory]
    [InlineData("level", null, "Not known")]
    [InlineData("level", "3", "Level 3")]
    [InlineData("rag", null, "Not rated")]
    [InlineData("evidence", null, "None")]
    [InlineData("status", "closure-recommended", "Closure recommended")]
    [InlineData("dueOn", "2026-09-30", "30 September 2026")]
    public void What_is_not_known_is_told_apart_from_what_there_is_none_of(string field, string? value, string words) =>
        Assert.Equal(words, FieldWords.Value(field, value));
}
