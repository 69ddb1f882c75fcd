using Lifecycle.Domain;

namespace Lifecycle.Api.Demo;

/// <summary>Somebody you can be in demo mode.</summary>
/// <param name="Token">What follows "Bearer ".</param>
/// <param name="Actor">The id under which the events name this person.</param>
/// <param name="Role">The role of the persona.</param>
/// <param name="Body">The body served; for a force liaison lead, the force watched.</param>
/// <param name="Who">In words.</param>
public sealed record DemoPersona(string Token, string Actor, Role Role, string Body, string Who);

/// <summary>Everybody you can be in demo mode. They have no passwords, which is why demo mode answers on this machine only.</summary>
public static class DemoPersonas
{
    private const string Prefix = "demo.";

    private static readonly (string Word, Role Role, string Who)[] OfAForce =
    [
        ("flo", Role.Flo, "force liaison officer of {0}"),
        ("lead", Role.Lead, "business area lead of {0}"),
        ("dcc", Role.Dcc, "deputy chief constable of {0}"),
        ("chief", Role.Chief, "chief constable of {0}"),
        ("board", Role.Board, "board member of {0}"),
        ("pcc", Role.Pcc, "police and crime commissioner for {0}"),
        ("fll", Role.Fll, "HMICFRS force liaison lead for {0}"),
    ];

    private static readonly Dictionary<string, DemoPersona> ByToken = Make().ToDictionary(persona => persona.Token);

    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<DemoPersona> All { get; } = [.. Make()];

    public static DemoPersona? Find(string token) => ByToken.GetValueOrDefault(token);

    private static IEnumerable<DemoPersona> Make() =>
    [
        One("hmi", Role.Hmi, Bodies.Hmicfrs, "HM Inspector, for the inspectorate as a whole"),
        One("auditor", Role.Auditor, Bodies.Hmicfrs, "auditor: reads everything, changes nothing"),
        One("admin", Role.Admin, Bodies.Hmicfrs, "administrator: brings in registers"),
        .. Bodies.All.Where(body => body.Kind == BodyKind.NationalBody)
            .Select(body => One(body.Id, Role.National, body.Id, $"answers for {body.Name}")),
        .. Bodies.All.Where(IsForce).SelectMany(OfForce),
    ];

    private static IEnumerable<DemoPersona> OfForce(Body force) =>
    [
        .. OfAForce.Select(part => One($"{part.Word}.{force.Id}", part.Role, force.Id, string.Format(null, part.Who, force.Name))),
        // The deputy standing in: shows that acting up does not let anybody sign what they recommended.
        new($"{Prefix}acting-chief.{force.Id}", $"{Prefix}dcc.{force.Id}", Role.Chief, force.Id,
            $"deputy chief constable of {force.Name}, standing in as chief constable"),
    ];

    private static DemoPersona One(string name, Role role, string body, string who) =>
        new(Prefix + name, Prefix + name, role, body, who);

    private static bool IsForce(Body body) => body.Kind is not (BodyKind.Inspectorate or BodyKind.NationalBody);
}
