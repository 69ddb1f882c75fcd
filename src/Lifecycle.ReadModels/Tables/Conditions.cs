using Lifecycle.EventStore;
using Npgsql;

namespace Lifecycle.ReadModels.Tables;

/// <summary>Conditions of a query that are there only when asked for: a plan made for what is asked is far better than one for everything that could be.</summary>
internal sealed class Conditions
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object Value)> _values = [];

    /// <summary>Adds the condition unless its value is null.</summary>
    public Conditions And(string condition, string name, object? value)
    {
        if (value is null) return this;
        _conditions.Add(condition);
        return With(name, value);
    }

    /// <summary>Adds the condition unless there is none.</summary>
    public Conditions And(string? condition)
    {
        if (condition is not null) _conditions.Add(condition);
        return this;
    }

    public Conditions And(Conditions others)
    {
        _conditions.AddRange(others._conditions);
        _values.AddRange(others._values);
        return this;
    }

    /// <summary>Rows of the bodies asked for that the scope may see: row security would do, but lets no index be used. Null is every body in scope.</summary>
    public Conditions AndOf(IReadOnlyList<string>? bodies, ReadScope scope, string alias) => And(
        $"{alias}.tenant_id = any(@bodies)", "bodies",
        bodies is null ? scope.Bodies?.ToArray() : bodies.Where(body => scope.Bodies?.Contains(body) ?? true).ToArray());

    public Conditions With(string name, object value)
    {
        _values.Add((name, value));
        return this;
    }

    public void AddTo(NpgsqlParameterCollection parameters)
    {
        foreach (var (name, value) in _values) parameters.AddWithValue(name, value);
    }

    public override string ToString() => _conditions.Count == 0 ? "true" : string.Join("\n  and ", _conditions);
}
