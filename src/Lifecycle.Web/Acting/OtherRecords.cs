using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Lifecycle.Web.TagHelpers;

namespace Lifecycle.Web.Acting;

/// <summary>The records that one may want to name in a form; any other can be typed.</summary>
internal static class OtherRecords
{
    private const int Most = 100;

    public static async Task<IReadOnlyList<Choice>> ForAsync(ActForm form, Reads reads, Viewer viewer, Recommendation state, CancellationToken cancellation)
    {
        if (!form.Fields.Any(field => field.Concerns.Contains("link_to_itself"))) return [];
        var page = await reads.SearchAsync(
            viewer.Caller, new RegisterFilter([state.Body]), new AsOf(viewer.Today), RegisterSort.Reference, new Paging(Size: Most), cancellation);
        return [.. page.Items.Where(row => row.Reference != state.Reference).Select(row => new Choice(row.Reference, Fields.Cut(row.Title)))];
    }
}
