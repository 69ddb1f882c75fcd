using Lifecycle.Domain;

namespace Lifecycle.Application;

/// <summary>How a command ended. Outages, bugs and lost races are exceptions instead.</summary>
/// <typeparam name="T">The state it leaves.</typeparam>
public abstract record Outcome<T>
{
    /// <summary>Accepted. <paramref name="Added"/> is the number of events appended: none when the effect already stood or an earlier try did it.</summary>
    public sealed record Done(T State, int Added) : Outcome<T>;

    /// <summary>A rule of the domain says no.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    /// <summary>The caller may see the record but not do this.</summary>
    public sealed record Forbidden(Refusal Refusal) : Outcome<T>;

    /// <summary>There is none, or the caller may not know of it.</summary>
    public sealed record NotFound : Outcome<T>;

    /// <summary>Somebody else acted since the caller looked.</summary>
    public sealed record Stale(long Version) : Outcome<T>;
}
