namespace Lifecycle.Ledger;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    public static string[] Parse(string pointer) => pointer.Length > 0 && pointer[0] == '/'
        ? [.. pointer[1..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]
        : throw new LedgerFormatException($"'{pointer}' is not a JSON pointer to a member.");

    public static string Append(string pointer, string member) =>
        $"{pointer}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
