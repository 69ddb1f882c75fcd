using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application;

/// <summary>
/// What can be done next with a record, by whom, and why not by you. It has no rules of its own: every answer is that of the
/// permission table and of the domain's decider, asked with a command that fits the record (<see cref="Probes"/>).
/// </summary>
public sealed class NextActs
{
    /// <summary>Code of a refusal that no rule makes: the command would be accepted and change nothing.</summary>
    public const string NothingToDo = "nothing_to_do";

    private static readonly string[] LackOfAuthority = ["role_not_allowed", "no_authority", "not_your_record"];

    private readonly Recommendation _state;
    private readonly DateOnly _today;
    private readonly AuthorityRules _rules;
    private readonly IReadOnlyList<string> _openChildren;

    private NextActs(Recommendation state, DateOnly today, AuthorityRules rules, IReadOnlyList<string> openChildren) =>
        (_state, _today, _rules, _openChildren) = (state, today, rules, openChildren);

    /// <summary>Every command in the order of a life.</summary>
    /// <param name="caller">Somebody who may see the record.</param>
    /// <param name="state">The record as it is now.</param>
    /// <param name="openChildren">References of open records under this cause of concern.</param>
    public static IReadOnlyList<NextAct> For(
        Caller caller, Recommendation state, DateOnly today, AuthorityRules rules, IReadOnlyList<string> openChildren)
    {
        var acts = new NextActs(state, today, rules, openChildren);
        return [.. RecommendationCommands.Known.Keys.Select(command => acts.Of(caller, command))];
    }

    /// <summary>Who has the authority for a command on such a day: roles and bodies in words.</summary>
    public static string WhoMay(string command, Recommendation state, DateOnly day, AuthorityRules rules)
    {
        var acts = new NextActs(state, day, rules, []);
        return acts.InWords(command, acts.Able(command));
    }

    private NextAct Of(Caller caller, string command)
    {
        var (why, able) = (WhyNot(caller, command), Able(command));
        return new(
            command, why is null, why, why is null || able.Any(person => person.Why is null) ? null : able[0].Why,
            why is null && NeedsSource(caller, command), InWords(command, able));
    }

    private Refusal? WhyNot(Caller caller, string command, string? source = Probes.Source)
    {
        if (Permissions.Check(caller, command) is { } forbidden)
            return forbidden;
        var act = new Act(caller.Actor, caller.Role, caller.Body, LondonDay.EndOf(_today), _today, Source: source);
        return RecommendationDecider.Decide(Probes.For(command, _state, _openChildren) with { Act = act }, _state, _rules) switch
        {
            Decision.Refused refused => refused.Refusal,
            Decision.Accepted { Events.Count: 0 } => new(NothingToDo, WhatStands(command)),
            _ => null,
        };
    }

    private bool NeedsSource(Caller caller, string command) => WhyNot(caller, command, source: null)?.Code == "source_required";

    // Somebody of each role that has the authority, with what else keeps them from it.
    private List<(Caller Person, Refusal? Why)> Able(string command) =>
    [
        .. Permissions.All[command].Where(IsAtHand).Select(role => Caller.For("somebody", role, _state.Body))
            .Select(person => (person, WhyNot(person, command))).Where(person => !LackOfAuthority.Contains(person.Item2?.Code)),
    ];

    private string InWords(string command, List<(Caller Person, Refusal? Why)> able)
    {
        var words = able.ToLookup(one => NeedsSource(one.Person, command), one => Permissions.NameAt(one.Person.Role, _state.Body));
        var (deciding, entering) = (string.Join(" or ", words[false]), string.Join(" or ", words[true]));
        return entering.Length == 0 ? deciding : $"{deciding}; and to enter what HMICFRS decided, {entering}";
    }

    // A national body has one person who answers for it; any other body has a liaison officer, leads and chiefs.
    private bool IsAtHand(Role role) => role switch
    {
        Role.National => AuthorityRules.KindOf(_state.Body) == BodyKind.NationalBody,
        Role.Flo or Role.Lead or Role.Dcc or Role.Chief => AuthorityRules.KindOf(_state.Body) != BodyKind.NationalBody,
        _ => true,
    };

    private static string WhatStands(string command) => command switch
    {
        "meet-step" => "Every step to green is met already.",
        "reopen-step" => "No step to green is met, so there is none to reopen.",
        "withdraw-evidence" => "Every item of evidence is withdrawn already.",
        "pass-scrutiny" => "Scrutiny is passed already, and nothing has changed since.",
        "sign-off" => "This record is signed off already.",
        _ => "This is so already.",
    };
}
