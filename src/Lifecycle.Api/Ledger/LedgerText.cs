using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Ledger;

/// <summary>The ledger speaks in plain text and in bytes, not in JSON.</summary>
internal static class LedgerText
{
    public const string ContentType = "text/plain";
    public const string Bytes = "application/octet-stream";

    // A note with a hundred witnesses is far below this.
    private const int MostBytes = 64 * 1024;

    public static IResult Of(string text) => TypedResults.Text(text, $"{ContentType}; charset=utf-8");

    /// <summary>The body; null when it is too long.</summary>
    public static async Task<string?> ReadAsync(HttpContext context)
    {
        var read = new byte[MostBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > MostBytes ? null : Encoding.UTF8.GetString(read, 0, length);
    }
}
