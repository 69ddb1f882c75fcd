using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lifecycle.Web.Acting;

/// <summary>Says once, on the next page, what was done and what happens now. It travels in a protected cookie.</summary>
internal sealed record DoneNotice(string Done, string Next)
{
    private const string DoneKey = "done", NextKey = "next";

    public void Leave(ITempDataDictionary notes) => (notes[DoneKey], notes[NextKey]) = (Done, Next);

    /// <summary>Null when nothing was left, or it was said already.</summary>
    public static DoneNotice? Take(ITempDataDictionary notes) =>
        notes[DoneKey] is string done && notes[NextKey] is string next ? new(done, next) : null;
}
