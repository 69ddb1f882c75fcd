using Lifecycle.Domain;

namespace Lifecycle.Application;

/// <summary>One command on one record: whether this caller may give it now.</summary>
/// <param name="Command">The word of the API, for example "recommend-closure".</param>
/// <param name="Allowed">With fitting content it would be accepted.</param>
/// <param name="Why">Why not, as the refusal that giving the command would meet; null when it is allowed.</param>
/// <param name="Block">What keeps everybody from it now; null when somebody may give it.</param>
/// <param name="NeedsSource">The caller would enter what HMICFRS decided, and must say where that is written.</param>
/// <param name="Who">Whoever has the authority: roles and bodies in words.</param>
public sealed record NextAct(string Command, bool Allowed, Refusal? Why, Refusal? Block, bool NeedsSource, string Who);
