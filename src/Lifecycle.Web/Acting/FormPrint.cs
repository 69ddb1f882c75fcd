using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.Web.Acting;

/// <summary>A digest of what was entered, so that the same key for something else is found out.</summary>
internal static class FormPrint
{
    // What differs between two presses of the same answers.
    private static readonly string[] Circumstances = ["__RequestVerificationToken", "go", "key", "version"];

    public static string Of(string reference, string command, IFormCollection form, EnteredFile? file)
    {
        var fields = form.Where(field => !Circumstances.Contains(field.Key) && !field.Key.StartsWith("file-", StringComparison.Ordinal))
            .OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => field.Value.Select(value => $"{field.Key}={value}"));
        var text = string.Join('\0', [reference, command, .. fields, file?.Sha256]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
