namespace Lifecycle.Web.Pages.Recommendations;

/// <summary>Events of one record as a timeline.</summary>
/// <param name="UnderAHeading">The timeline is a section of a page, and not the page itself.</param>
internal sealed record TellingList(string Reference, IReadOnlyList<TellingShown> Items, bool UnderAHeading);
