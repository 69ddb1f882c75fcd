using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Generation;

// The road to a sign-off, with its ways back.
internal sealed partial class RecordLife
{
    private const int TimesToWaitForOthers = 40;

    private IEnumerable<Deed> Closure()
    {
        foreach (var wait in OpenChildren()) yield return wait;
        if (open.ChildrenOf(State.Reference).Count > 0) yield break;
        foreach (var deed in Recommendation()) yield return deed;
        Later(10, 90);
        if (chance.In(5))
        {
            yield return Do(Judge(), new ReturnClosure(chance.Pick(Phrases.Missing)));
            foreach (var deed in Again()) yield return deed;
        }

        yield return SignedOff();
        if (chance.In(30))
        {
            Later(10, 60);
            yield return Do(_staff.Flo, ToldTheBoard());
        }

        // The cause of concern above it may have been signed off since.
        if (State.Raised.Parent is not null || !chance.In(15, 1_000)) yield break;
        Later(150, 700);
        yield return Do(_staff.Fll, new Reopen(chance.Pick(Phrases.Reopenings)));
        foreach (var deed in Again()) yield return deed;
        yield return SignedOff();
    }

    private IEnumerable<Deed> Again()
    {
        Later(20, 150);
        yield return Do(_staff.Flo, Evidence([]));
        foreach (var deed in Recommendation()) yield return deed;
        Later(10, 90);
    }

    private IEnumerable<Deed> Recommendation()
    {
        if (!State.StandingEvidence.Any())
            yield return Do(_staff.Flo, Evidence([]));
        Later(3, 40);
        if (rules.ScrutinyRequired(State.Body, _day) || chance.In(25))
        {
            foreach (var deed in Scrutiny()) yield return deed;
        }

        Later(0, 15);
        yield return Do(chance.In(80) ? _staff.Flo : _staff.Dcc, new RecommendClosure(chance.Pick(Phrases.Closing)));
    }

    private IEnumerable<Deed> Scrutiny()
    {
        if (chance.In(8))
        {
            yield return Do(Scrutineer(), new ReturnScrutiny(chance.Pick(Phrases.Missing)));
            Later(10, 80);
            yield return Do(_staff.Flo, Evidence([]));
            Later(3, 40);
        }

        yield return Do(Scrutineer(), new PassScrutiny());
    }

    // A cause of concern waits for the recommendations that answer it.
    private IEnumerable<Deed> OpenChildren()
    {
        for (var waited = 0; open.ChildrenOf(State.Reference).Count > 0 && waited < TimesToWaitForOthers; waited++)
        {
            Later(30, 120);
            yield return Deed.Wait(Entered(_day));
        }
    }

    private Deed SignedOff() => Do(Judge(), new SignOff(chance.Pick(Phrases.Oversight), chance.In(60) ? "meeting" : "portal"));

    private Performer Judge() =>
        rules.RuleFor(State.Kind, State.Level, AuthorityRules.KindOf(State.Body), _day).Authority == SignOffAuthority.ChiefConstable
            ? _staff.Chief
            : _staff.Fll;

    private Performer Scrutineer() => rules.ScrutinyFor(State.Body, _day).By.Contains(Role.Dcc) ? _staff.Dcc : _staff.Flo;
}
