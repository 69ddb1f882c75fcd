namespace Lifecycle.Domain.Publications;

/// <summary>What somebody wants entered about one publication. By HMICFRS, or transcribed with its source.</summary>
public abstract record PublicationCommand : Command
{
    /// <summary>Where it is written, when the command says so itself.</summary>
    internal virtual string? OwnSource => null;
}
