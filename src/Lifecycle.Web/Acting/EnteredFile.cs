using System.Security.Cryptography;

namespace Lifecycle.Web.Acting;

/// <summary>What is taken of a file: enough to prove later that a file is the same one.</summary>
internal sealed record EnteredFile(string Name, string Sha256, string MediaType, long Size)
{
    private const string AnyType = "application/octet-stream";

    /// <summary>Of the file that was sent, or of the one that was sent before; null when there is none.</summary>
    public static async Task<EnteredFile?> ReadAsync(IFormCollection form, string field, CancellationToken cancellation)
    {
        if (form.Files.GetFile(field) is { Length: > 0 } file)
        {
            await using var content = file.OpenReadStream();
            var digest = await SHA256.HashDataAsync(content, cancellation);
            return new(Path.GetFileName(file.FileName), Convert.ToHexStringLower(digest), file.ContentType is { Length: > 0 } type ? type : AnyType, file.Length);
        }

        return form[$"{field}-sha256"].ToString() is { Length: > 0 } known
            && form["forget-file"].Count == 0
            && long.TryParse(form[$"{field}-size"], out var size)
            ? new(form[$"{field}-name"].ToString(), known, form[$"{field}-type"].ToString(), size)
            : null;
    }
}
