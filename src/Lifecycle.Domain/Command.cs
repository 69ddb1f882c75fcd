using System.Text;
using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>What somebody wants. JSON carries the wish; the application adds who, when and for which body.</summary>
public abstract record Command
{
    private readonly Act? _act;

    /// <summary>Never read from a caller's JSON: nobody says of themselves who they are.</summary>
    [JsonIgnore]
    public Act Act
    {
        get => _act ?? throw new InvalidOperationException($"{GetType().Name} was decided without its Act. Set it: command with {{ Act = … }}.");
        init => _act = value;
    }

    // Printing a command that has no Act yet must not throw.
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Act = ").Append(_act);
        return true;
    }
}
