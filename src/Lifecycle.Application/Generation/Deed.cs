using Lifecycle.Application.Import;
using Lifecycle.Domain;

namespace Lifecycle.Application.Generation;

/// <summary>Something that somebody does to one stream.</summary>
/// <param name="RecordedOn">The day on which it is entered.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="By">Who does it; null for nobody: the story only wants to go on from that day.</param>
/// <param name="Command">Still to be given its Act.</param>
internal sealed record Deed(DateOnly RecordedOn, DateOnly On, Performer? By = null, Command? Command = null)
{
    public static Deed Wait(DateOnly until) => new(until, until);
}
