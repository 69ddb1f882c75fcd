using Lifecycle.Application;
using Lifecycle.Web.BringIn;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lifecycle.Web.Pages.BringIn;

/// <summary>Which register do you want to bring in?</summary>
internal sealed class ChooseModel(HeldUploads uploads, Viewer viewer) : PageModel
{
    /// <summary>Why the viewer may not; null when they may.</summary>
    public string? Forbidden => Permissions.Check(viewer.Caller, Permissions.Import)?.Message;

    public IReadOnlyList<HeldUpload> Held { get; private set; } = [];

    public IActionResult OnGet() => Shown();

    public async Task<IActionResult> OnPostAsync(List<IFormFile>? files, IFormFile? mapping, CancellationToken cancellation)
    {
        if (Forbidden is not null) return Shown();
        files ??= [];
        Check(files, mapping);
        if (!ModelState.IsValid) return Shown();
        var upload = new Upload(
            await Task.WhenAll(files.Select(file => ReadAsync(file, cancellation))), mapping is null ? null : await ReadAsync(mapping, cancellation));
        if (uploads.Hold(viewer.Caller, upload) is { } held) return Redirect(Links.BroughtIn(held.Token));
        ModelState.AddModelError(nameof(files), "Too many registers are being brought in at the moment. Finish or discard one of yours, or try again in a few minutes.");
        return Shown();
    }

    private PageResult Shown()
    {
        if (Forbidden is null) Held = uploads.Of(viewer.Caller);
        else Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    private void Check(List<IFormFile> files, IFormFile? mapping)
    {
        var isCsv = files.Exists(file => file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
        if (files.Count == 0) ModelState.AddModelError(nameof(files), "Choose a file.");
        else if (files.Count > Upload.MostFiles) ModelState.AddModelError(nameof(files), $"Choose up to {Upload.MostFiles} files at a time.");
        else if (files.Find(file => file.Length == 0) is { } empty) ModelState.AddModelError(nameof(files), $"{Name(empty)} is empty.");
        else if (files.Append(mapping).Sum(file => file?.Length ?? 0) > Upload.MostBytes)
            ModelState.AddModelError(nameof(files), "The files must be smaller than 10 MB together. Bring them in one by one, or use the command line for a larger register.");
        if (isCsv && mapping is null) ModelState.AddModelError(nameof(mapping), "Choose the mapping that says what the columns of the CSV file hold.");
    }

    private static async Task<UploadedFile> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        return new(Name(file), content.ToArray());
    }

    // Some browsers send the whole path.
    private static string Name(IFormFile file) => Path.GetFileName(file.FileName.Replace('\\', '/'));
}
