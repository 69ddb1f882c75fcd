namespace Lifecycle.Ledger;

/// <summary>JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    /// <summary>The names and numbers on the way.</summary>
    /// <exception cref="LedgerFormatException">It does not begin with a slash.</exception>
    public static string[] Parse(string pointer) => pointer.Length > 0 && pointer[0] == '/'
        ? [.. pointer[1..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]
        : throw new LedgerFormatException($"'{pointer}' is not a JSON pointer to a member.");

    public static string Append(string pointer, string member) =>
        $"{pointer}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
