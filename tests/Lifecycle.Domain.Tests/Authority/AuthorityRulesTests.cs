using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Authority;

public class AuthorityRulesTests
{
    private static readonly AuthorityRules Rules = AuthorityRules.Current;

    [Theory]
    [InlineData(1, "level-1-chief-constable", SignOffAuthority.ChiefConstable, true)]
    [InlineData(2, "level-2-chief-constable", SignOffAuthority.ChiefConstable, false)]
    [InlineData(3, "level-3-hmicfrs", SignOffAuthority.Hmicfrs, false)]
    [InlineData(4, "level-4-hmicfrs", SignOffAuthority.Hmicfrs, true)]
    [InlineData(null, "level-unknown-hmicfrs", SignOffAuthority.Hmicfrs, true)]
    [InlineData(7, "level-unknown-hmicfrs", SignOffAuthority.Hmicfrs, true)]
    public void Each_level_has_its_authority_and_says_whether_it_is_assumed(int? level, string id, SignOffAuthority authority, bool assumption)
    {
        var rule = Rules.RuleFor(RecordKind.Recommendation, level, BodyKind.TerritorialForce, Day("2023-09-01"));
        Assert.Equal((id, authority, assumption, authority == SignOffAuthority.ChiefConstable), (rule.Id, rule.Authority, rule.Assumption, rule.OversightNoteRequired));
    }

    [Theory]
    [InlineData(RecordKind.CauseOfConcern, BodyKind.TerritorialForce)]
    [InlineData(RecordKind.AreaForPriorityAction, BodyKind.TerritorialForce)]
    [InlineData(RecordKind.Recommendation, BodyKind.NationalBody)]
    [InlineData(RecordKind.Recommendation, BodyKind.RegionalUnit)]
    [InlineData(RecordKind.Recommendation, BodyKind.Partnership)]
    public void Hmicfrs_signs_off_whatever_the_level_rule_does_not_speak_of(RecordKind kind, BodyKind body) =>
        Assert.Equal(SignOffAuthority.Hmicfrs, Rules.RuleFor(kind, 2, body, Day("2024-01-01")).Authority);

    [Fact]
    public void Before_september_2023_hmicfrs_signed_off_everything_after_scrutiny()
    {
        Assert.Equal("before-levels-hmicfrs", Rules.RuleFor(RecordKind.Recommendation, 2, BodyKind.TerritorialForce, Day("2023-08-31")).Id);
        Assert.True(Rules.ScrutinyRequired("kent", Day("2023-08-31")));
        Assert.False(Rules.ScrutinyRequired("kent", Day("2023-09-01")));
        Assert.True(Rules.ScrutinyRequired("west-midlands", Day("2025-01-01")));
        Assert.False(Rules.ScrutinyRequired("npcc", Day("2020-01-01")));
    }

    [Fact]
    public void The_rules_in_force_have_no_hole_and_no_overlap() => Assert.Empty(AuthorityValidation.ProblemsOf(Rules));

    [Fact]
    public void A_hole_is_found()
    {
        var holed = Rules with { Rules = [.. Rules.Rules.Where(rule => rule.Id != "level-4-hmicfrs")] };
        Assert.Contains("No rule for Recommendation of level 4 with TerritorialForce on 2023-09-01.", AuthorityValidation.ProblemsOf(holed));
        Assert.NotEmpty(AuthorityValidation.ProblemsOf(Rules with { Scrutiny = [] }));
    }

    [Fact]
    public void An_overlap_is_found()
    {
        var first = Rules.Rules[0];
        var overlapping = Rules with { Rules = [first with { To = Day("2023-09-01") }, .. Rules.Rules.Skip(1)] };
        Assert.Contains(AuthorityValidation.ProblemsOf(overlapping), problem => problem.StartsWith("More than one rule", StringComparison.Ordinal));
        Assert.NotEmpty(AuthorityValidation.ProblemsOf(Rules with { Scrutiny = [.. Rules.Scrutiny, Rules.Scrutiny[^1]] }));
    }

    [Fact]
    public void Every_rule_says_where_it_comes_from() =>
        Assert.All(Rules.Rules, rule => Assert.True(rule.Source.Length > 0 && rule.Text.Length > 0 && rule.Version > 0));
}
