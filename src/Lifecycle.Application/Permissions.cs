using Lifecycle.Domain;

namespace Lifecycle.Application;

/// <summary>
/// Who may do what: roles × commands, as one table. Bodies come on top: force roles and national bodies act on their own
/// records only, a force liaison lead on the records of the force watched. The rules of the domain (who may sign off which
/// level, for example) still decide after this table has let a command through.
/// </summary>
public static class Permissions
{
    public const string Publish = "publish";
    public const string DeclarePosition = "declare-position";
    public const string Import = "import";
    public const string SignCheckpoint = "sign-checkpoint";
    public const string Verify = "verify";
    public const string Erase = "erase";

    private const Role F = Role.Flo, L = Role.Lead, D = Role.Dcc, C = Role.Chief, N = Role.National;
    private const Role I = Role.Hmi, W = Role.Fll, A = Role.Admin, U = Role.Auditor;

    private static readonly Dictionary<string, Role[]> Table = new()
    {
        //                           force          national  HMICFRS  administrator, auditor
        ["grade"] = [F, /*                                 */ I, W, A],
        ["decide-relevance"] = [F, /*            */ N, /*  */ I, W],
        ["allocate"] = [F, /*                    */ N],
        ["rate-rag"] = [F, L, D, /*              */ N],
        ["register-risk"] = [F, L, /*            */ N],
        ["set-steps"] = [F, L, /*                */ N],
        ["meet-step"] = [F, L, /*                */ N],
        ["reopen-step"] = [F, L, /*              */ N],
        ["report-progress"] = [F, L, /*          */ N],
        ["submit-evidence"] = [F, L, /*          */ N],
        ["withdraw-evidence"] = [F, L, /*        */ N],
        ["request-guidance"] = [F, /*            */ N],
        ["give-guidance"] = [/*                            */ I, W],
        ["pass-scrutiny"] = [F, D, /*               */ N],
        ["return-scrutiny"] = [F, D, /*             */ N],
        ["recommend-closure"] = [F, D, /*        */ N],
        ["return-closure"] = [C, /*                        */ I, W],
        ["sign-off"] = [C, /*                              */ I, W],
        ["close-not-applicable"] = [F, /*                  */ I, W, A],
        ["supersede"] = [F, /*                             */ I, W, A],
        ["withdraw"] = [F, /*                              */ I, W, A],
        ["reopen"] = [/*                                   */ I, W],
        ["change-deadline"] = [F, /*                       */ I, W],
        ["explain-missed-deadline"] = [F, /*     */ N, /*  */ I, W],
        ["forecast"] = [F, /*                    */ N, /*  */ I, W],
        ["report-to-board"] = [F, /*             */ N],
        ["link"] = [F, /*                        */ N, /*  */ I, W],
        ["correct"] = [F, /*                     */ N, /*  */ I, W, A],
        [Publish] = [F, /*                                 */ I, A],
        [DeclarePosition] = [F, /*                         */ I, A],
        [Import] = [/*                                           */ A],
        [SignCheckpoint] = [/*                                   */ A, U],
        [Erase] = [/*                                            */ A],
        [Verify] = [/*                                        */ I, A, U],
    };

    /// <summary>Every command with the roles that may give it.</summary>
    public static IReadOnlyDictionary<string, Role[]> All => Table;

    /// <summary>Null when the role may give the command; otherwise why not and who may.</summary>
    public static Refusal? Check(Caller caller, string command) =>
        Table[command].Contains(caller.Role) ? null : new Refusal(
            "role_not_allowed",
            $"Your role ({Name(caller.Role)}) may not {command.Replace('-', ' ')}. These roles may: {RolesInWords(command)}.");

    /// <summary>Who may give the command, in words.</summary>
    public static string RolesInWords(string command) => string.Join(", ", Table[command].Select(Name));

    /// <summary>The role in words, with the body it serves; inspectors, auditors and administrators serve all.</summary>
    public static string NameAt(Role role, string body)
    {
        var name = Bodies.Find(body)?.Name ?? body;
        return role switch
        {
            Role.Flo or Role.Lead or Role.Dcc or Role.Chief or Role.Board => $"{Name(role)} of {name}",
            Role.Pcc => $"{Name(role)} for {name}",
            Role.National => $"person who answers for {name}",
            _ => Name(role),
        };
    }

    /// <summary>The role in words.</summary>
    public static string Name(Role role) => role switch
    {
        Role.Flo => "force liaison officer",
        Role.Lead => "business area lead",
        Role.Dcc => "deputy chief constable",
        Role.Chief => "chief constable",
        Role.Board => "board member",
        Role.Pcc => "police and crime commissioner",
        Role.Fll => "HMICFRS force liaison lead",
        Role.Hmi => "HM Inspector",
        Role.Auditor => "auditor",
        Role.National => "national body",
        Role.Admin => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
