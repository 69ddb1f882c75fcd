namespace Lifecycle.Domain;

/// <summary>The sides that roles take.</summary>
public static class Roles
{
    /// <summary>Speaks for the inspectorate.</summary>
    public static bool IsHmicfrs(this Role role) => role is Role.Fll or Role.Hmi;

    /// <summary>May enter what HMICFRS decided elsewhere, naming the source: a force's or national body's liaison, or an administrator.</summary>
    public static bool Transcribes(this Role role) => role is Role.Flo or Role.National or Role.Admin;

    /// <summary>What only HMICFRS decides: by its own people, or transcribed with a source.</summary>
    internal static Refusal? ByHmicfrs(Act act, string? source = null) => act.Role switch
    {
        _ when act.Role.IsHmicfrs() => null,
        _ when !act.Role.Transcribes() => new Refusal("no_authority", "Only HMICFRS decides this. A force liaison officer or an administrator may enter what HMICFRS decided, with its source."),
        _ when string.IsNullOrWhiteSpace(act.Source ?? source) => new Refusal("source_required", "Say where HMICFRS's decision is written, for example the portal entry or the letter and its date."),
        _ => null,
    };
}
