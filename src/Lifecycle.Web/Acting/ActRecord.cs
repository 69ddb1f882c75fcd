using Lifecycle.Application;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Web.Acting;

/// <summary>The record that a form is about, as its choices and its rules need it.</summary>
/// <param name="Others">Records of the same body that one may want to name.</param>
/// <param name="NeedsSource">The caller would enter what HMICFRS decided, and must say where that is written.</param>
internal sealed record ActRecord(
    Recommendation State, AuthorityRules Rules, DateOnly Today, Caller Caller, IReadOnlyList<TagHelpers.Choice> Others, bool NeedsSource)
{
    /// <summary>The rule that says who signs it off today.</summary>
    public AuthorityRule Rule => Rules.RuleFor(State.Kind, State.Level, AuthorityRules.KindOf(State.Body), Today);
}
