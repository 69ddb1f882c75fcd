using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.EventStore;

/// <summary>One numbered step of the database's schema. Once released it is never edited: the next step changes what it made.</summary>
/// <param name="Component">Whose numbering it belongs to, for example "event-store".</param>
/// <param name="Number">1, 2, 3… within the component.</param>
public sealed record Migration(string Component, int Number, string Name, string Sql)
{
    // A checkout with other line endings is still the same text.
    internal string Sha256 =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}
