namespace Lifecycle.Application.Import;

/// <summary>Guesses what a misspelt word was meant to be.</summary>
internal static class Nearest
{
    private const int MostSlips = 2;

    /// <summary>" Did you mean 'x'?", or nothing when no word is near.</summary>
    public static string Hint(string? word, IEnumerable<string> known)
    {
        if (word is null || word.Length > 100) return "";
        var best = known.Select(one => (Word: one, Slips: Slips(Fold(word), Fold(one)))).OrderBy(one => one.Slips).FirstOrDefault();
        return best.Word is not null && best.Slips <= MostSlips ? $" Did you mean '{best.Word}'?" : "";
    }

    // Levenshtein: letters to change, add or drop.
    private static int Slips(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static string Fold(string word) => word.ToUpperInvariant().Replace(' ', '-').Replace('_', '-');
}
