using Lifecycle.Domain;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>Which of a filter's choices facts do not meet.</summary>
[Flags]
internal enum Missed
{
    None = 0,
    Kind = 1,
    Level = 2,
    Status = 4,
    Open = 8,
    Rag = 16,
    Late = 32,
}

/// <summary>What the database counted: records of the same facts, and of the same body, publication, owner or board.</summary>
internal sealed class RegisterCounts(RegisterFilter filter)
{
    private readonly List<(Choice<RegisterFacts> Of, Missed Missed)> _facts = [];
    private readonly Dictionary<string, (List<NamedChoice> Choices, long InAll)> _named = [];

    /// <summary>Records that meet every choice.</summary>
    public long Total => But(Missed.None).Sum(of => of.Count);

    /// <summary>Records that meet every choice, this one left out.</summary>
    public IEnumerable<Choice<RegisterFacts>> But(Missed own) => _facts.Where(one => (one.Missed & ~own) == 0).Select(one => one.Of);

    /// <summary>Of a column of register_page or register_choices, by its name there.</summary>
    public NamedChoices Named(string choice) => _named.TryGetValue(choice, out var found) ? new(found.Choices, found.InAll) : new([], 0);

    /// <summary>Adds what a row of either counts, if it does: which choice, facts, word, title, count and how many words in all.</summary>
    public void Add(NpgsqlDataReader row)
    {
        if (row.TextOrNull(0) is not { } choice) return;
        if (row.IntegerOrNull(1) is { } packed)
        {
            Add(new RegisterFacts(packed), row.GetInt64(4));
            return;
        }

        if (!_named.TryGetValue(choice, out var named)) _named[choice] = named = ([], row.GetInt64(5));
        named.Choices.Add(new(row.GetString(2), row.TextOrNull(3), row.GetInt64(4)));
    }

    public void Add(RegisterFacts facts, long count) => _facts.Add((new(facts, count), MissedBy(facts, filter)));

    public static Missed MissedBy(RegisterFacts facts, RegisterFilter filter) =>
        (filter.Kinds?.Contains(facts.Kind) ?? true ? Missed.None : Missed.Kind)
        | (filter.Levels?.Contains(facts.Level) ?? true ? Missed.None : Missed.Level)
        | (filter.Statuses?.Contains(facts.Status) ?? true ? Missed.None : Missed.Status)
        | ((filter.Open ?? facts.Status.IsOpen()) == facts.Status.IsOpen() ? Missed.None : Missed.Open)
        | (filter.Rags?.Contains(facts.Rag) ?? true ? Missed.None : Missed.Rag)
        | (IsLateAsAsked(facts, filter) ? Missed.None : Missed.Late);

    private static bool IsLateAsAsked(RegisterFacts facts, RegisterFilter filter) =>
        (filter.Overdue ?? facts.Overdue) == facts.Overdue && (filter.Explained ?? facts.Explained) == facts.Explained;
}
