using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lifecycle.Web.Acting;

/// <summary>Says once, on the next page, what was done and what happens now. It travels in a protected cookie.</summary>
/// <param name="Receipt">Where the receipt of what was stored is; null when nothing was.</param>
internal sealed record DoneNotice(string Done, string Next, string? Receipt = null)
{
    private const string DoneKey = "done", NextKey = "next", ReceiptKey = "receipt";

    public void Leave(ITempDataDictionary notes) => (notes[DoneKey], notes[NextKey], notes[ReceiptKey]) = (Done, Next, Receipt);

    /// <summary>Null when nothing was left, or it was said already.</summary>
    public static DoneNotice? Take(ITempDataDictionary notes) =>
        notes[DoneKey] is string done && notes[NextKey] is string next ? new(done, next, notes[ReceiptKey] as string) : null;
}
