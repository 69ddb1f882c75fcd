using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>An order in SQL: what it goes by, of a row r, and which way.</summary>
/// <param name="KeyOf">The same of a row that has been read.</param>
internal sealed record RegisterOrder(string Key, string Direction, Func<RegisterRow, object?> KeyOf)
{
    public static RegisterOrder By(RegisterSort sort) => sort switch
    {
        RegisterSort.Due => new("r.due_on", "nulls last", row => row.DueOn),
        RegisterSort.Raised => new("r.raised_on", "desc", row => row.RaisedOn),
        RegisterSort.Level => new("r.level", "desc nulls last", row => row.Level),
        RegisterSort.StatusSince => new("r.status_since", "", row => row.StatusSince),
        RegisterSort.Title => new("r.title", "", row => row.Title),
        _ => new("r.reference", "", row => row.Reference),
    };

    /// <summary>Fills a query in with it.</summary>
    public string In(string sql) => sql
        .Replace("{order}", $"{Key} {Direction}, r.reference", StringComparison.Ordinal)
        .Replace("{key}", Key, StringComparison.Ordinal)
        .Replace("{direction}", Direction, StringComparison.Ordinal);

    /// <summary>What comes after a row, which need not be there any more.</summary>
    public Conditions After(RegisterRow? last)
    {
        if (last is null) return new();
        var after = new Conditions().With("last_reference", last.Reference);
        if (KeyOf(last) is not { } key) return after.And($"{Key} is null and r.reference > @last_reference");
        var beyond = Direction.StartsWith("desc", StringComparison.Ordinal) ? "<" : ">";
        return after.And($"({Key} {beyond} @last_key or {Key} is null or {Key} = @last_key and r.reference > @last_reference)", "last_key", key);
    }
}
