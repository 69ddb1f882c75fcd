using Lifecycle.Domain;
using Lifecycle.EventStore;

namespace Lifecycle.Application;

/// <summary>Who is asking: an id, the role they act in, their body, and the bodies whose records they may see.</summary>
/// <param name="Actor">Id of the person's account; never a name.</param>
/// <param name="Role">The role of this request.</param>
/// <param name="Body">The body they belong to. A force liaison lead belongs to HMICFRS.</param>
/// <param name="Sees">Ids of the bodies whose records they may see; null is all.</param>
public sealed record Caller(string Actor, Role Role, string Body, IReadOnlyList<string>? Sees)
{
    /// <summary>What a reading connection is allowed to see for this caller. Publications belong to HMICFRS and are public.</summary>
    public ReadScope Scope { get; } = Sees is null ? ReadScope.All : ReadScope.Of([.. Sees, Bodies.Hmicfrs]);

    /// <summary>The same for callers who may see the same, and for no others.</summary>
    public string Sight => Scope.Bodies is { } bodies ? string.Join(',', bodies) : "*";

    public bool MaySee(string body) => Sees is null || body == Bodies.Hmicfrs || Sees.Contains(body);

    /// <summary>A person with the role's ordinary reach: a force's people see their force, inspectors and auditors everything.</summary>
    /// <param name="actor">Id of the account.</param>
    /// <param name="role">The role.</param>
    /// <param name="assigned">The body served; for a force liaison lead, the force watched. Ignored for roles that serve the whole nation.</param>
    public static Caller For(string actor, Role role, string assigned) => role switch
    {
        Role.Hmi => new Caller(actor, role, Bodies.Hmicfrs, null),
        Role.Fll => new Caller(actor, role, Bodies.Hmicfrs, [assigned]),
        Role.Auditor or Role.Admin => new Caller(actor, role, assigned, null),
        _ => new Caller(actor, role, assigned, [assigned]),
    };
}
