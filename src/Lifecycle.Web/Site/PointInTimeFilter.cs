using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lifecycle.Web.Site;

/// <summary>Keeps a page from answering about now when its address names a point in time that cannot be read.</summary>
internal sealed class PointInTimeFilter(Viewer viewer) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (viewer.Problem is { } problem && context.HandlerInstance is PageModel { PageContext: var page })
            context.Result = new ViewResult
            {
                ViewName = "/Pages/Shared/PointInTimeProblem.cshtml",
                StatusCode = StatusCodes.Status400BadRequest,
                ViewData = new ViewDataDictionary<string>(page.ViewData, problem),
            };
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
