namespace Lifecycle.Domain;

/// <summary>What a command leads to: events (none when it would change nothing), or a refusal that a person can act on.</summary>
public abstract record Decision
{
    /// <summary>The command is allowed. No events means that its effect already stands, so a repeat adds nothing.</summary>
    public sealed record Accepted(IReadOnlyList<IEvent> Events) : Decision;

    /// <summary>A rule says no.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;

    public static Decision Nothing { get; } = new Accepted([]);

    public static Decision Accept(params IEvent[] events) => new Accepted(events);

    public static Decision Refuse(Refusal refusal) => new Refused(refusal);
}

/// <summary>Why a rule says no. The code is stable and public; the message says what to do, in plain English.</summary>
/// <param name="Rule">The authority rule that refuses, "id@version", where one does.</param>
public sealed record Refusal(string Code, string Message, string? Rule = null);
