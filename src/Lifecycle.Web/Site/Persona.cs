using Lifecycle.Application;
using Lifecycle.Domain;

namespace Lifecycle.Web.Site;

/// <summary>Who is signed in, in words.</summary>
public static class Persona
{
    /// <summary>For example "Force liaison officer, West Mercia Police".</summary>
    public static string Of(Caller caller) => caller switch
    {
        { Role: Role.Fll, Sees: [var force, ..] } => $"{Name(caller.Role)}, {Wording.Body(force)}",
        { Role: Role.Hmi or Role.Auditor or Role.Admin } => Name(caller.Role),
        _ => $"{Name(caller.Role)}, {Wording.Body(caller.Body)}",
    };

    /// <summary>The role in sentence case.</summary>
    public static string Name(Role role)
    {
        var name = Permissions.Name(role);
        return $"{char.ToUpperInvariant(name[0])}{name[1..]}";
    }

    /// <summary>What one can do in a role, in one sentence.</summary>
    public static string MayDo(Role role) => role switch
    {
        Role.Flo => "Allocates records, keeps steps and evidence, and recommends closure.",
        Role.Lead => "Works on the steps to green and submits evidence.",
        Role.Dcc => "Scrutinises what is ready, and recommends closure.",
        Role.Chief => "Signs off levels 1 and 2, with a note of the oversight.",
        Role.Board => "Sees the position, what is overdue and what changed.",
        Role.Pcc => "Sees the position and every record of the force.",
        Role.Fll => "Signs off or returns what the force recommends for closure.",
        Role.Hmi => "Raises, grades, signs off and reopens records of every force.",
        Role.Auditor => "Reads and replays everything, and changes nothing.",
        Role.National => "Works on the records addressed to a national body.",
        Role.Admin => "Brings registers in and corrects what was entered.",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
