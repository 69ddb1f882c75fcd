using FsCheck;
using FsCheck.Fluent;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;
using static Lifecycle.Testing.People;

namespace Lifecycle.Domain.Tests.Properties;

/// <summary>One random wish: which command, by whom, how many days later it is recorded, how far it is backdated.</summary>
public sealed record Wish(int Command, int Person, int DaysLater, int Backdated, int Variant)
{
    public override string ToString() => $"({Command}, {Person}, +{DaysLater}, -{Backdated}, {Variant})";
}

/// <summary>Turns random wishes into the life of one record: what is refused leaves no trace, as in the product.</summary>
internal static class RandomLife
{
    private static readonly DateOnly Start = Day("2023-06-01");
    private static readonly StepToGreen[] Steps = [new("1", "First", StepOrigin.Force), new("2", "Second", StepOrigin.Hmicfrs)];
    private static readonly DeadlineStage Due = new("All", "By August 2023", DeadlineForm.Month, Day("2023-08-31"));

    // The same person in two roles, so that recommending and signing off can meet in one actor.
    private static readonly (Role Role, string Actor)[] People =
    [
        (Role.Flo, "a"), (Role.Dcc, "b"), (Role.Chief, "c"), (Role.Chief, "a"), (Role.Fll, "d"), (Role.Hmi, "b"), (Role.Lead, "e"), (Role.Flo, "a"), (Role.Admin, "f"),
    ];

    // Weighted towards the road to a sign-off, or random walks would hardly ever get there.
    private static readonly int[] Likely = [7, 7, 7, 6, 5, 13, 13, 15, 15, 15, 15, 17, 17, 17, 17, 16];

    /// <summary>Lists of up to sixty wishes for one of five records; shrinks by leaving wishes out.</summary>
    public static Arbitrary<Wish[]> Arbitrary { get; } = Arb.Array(Arb.From(
        from command in Gen.OneOf(Gen.Choose(0, 27), Gen.Elements(Likely))
        from person in Gen.Choose(0, People.Length - 1)
        from later in Gen.Choose(0, 30)
        from back in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 200)))
        from variant in Gen.Choose(0, 9)
        select new Wish(command, person, later, back, variant)));

    public static List<Recorded> Live(Wish[] wishes)
    {
        var variant = wishes.Length > 0 ? wishes[0].Variant : 0;
        var stream = new List<Recorded>();
        var body = variant % 3 == 0 ? "west-midlands" : variant == 4 ? "npcc" : "west-mercia";
        var kind = variant % 2 == 0 ? RecordKind.AreaForImprovement : RecordKind.CauseOfConcern;
        Try(stream, Records.Raised(variant % 5 == 0 ? null : variant % 5, kind, body, "2023-06-01", [Due]));
        var today = Start;
        foreach (var wish in wishes)
        {
            today = today.AddDays(wish.DaysLater);
            Try(stream, CommandOf(wish, today) with { Act = ActOf(wish, body, today) });
        }

        return stream;
    }

    private static void Try(List<Recorded> stream, RecommendationCommand command)
    {
        var decision = RecommendationDecider.Decide(command, Recommendation.Fold(stream), AuthorityRules.Current);
        if (decision is not Decision.Accepted accepted) return;
        foreach (var happened in accepted.Events)
            stream.Add(new(stream.Count + 1, command.Act.At, EventHeaders.Of(command.Act, happened), happened));
        Repeat(stream, command);
    }

    private static void Repeat(List<Recorded> stream, RecommendationCommand command)
    {
        var again = RecommendationDecider.Decide(command, Recommendation.Fold(stream), AuthorityRules.Current);
        if (again is not Decision.Accepted { Events.Count: 0 })
            throw new InvalidOperationException($"{command} was decided twice and came to {again}.");
    }

    private static Act ActOf(Wish wish, string body, DateOnly today)
    {
        var (role, actor) = People[wish.Variant % 3 == 0 ? wish.Person : Fitting(wish)];
        var at = new DateTimeOffset(today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return new(actor, role, role.IsHmicfrs() ? Bodies.Hmicfrs : body, at, today.AddDays(-wish.Backdated), Source: wish.Variant > 5 ? "Portal" : null);
    }

    // Two wishes in three come from somebody who may well be allowed them; the third from anybody.
    private static int Fitting(Wish wish) => wish.Command switch
    {
        13 or 14 => 1,
        16 or 17 => 2 + (wish.Person % 4),
        0 or >= 18 and <= 21 => 4,
        _ => 0,
    };

    internal static RecommendationCommand CommandOf(Wish wish, DateOnly today) => wish.Command switch
    {
        0 => new GradeLevel((wish.Variant % 4) + 1, "Reconsidered."),
        1 => new DecideRelevance(wish.Variant > 1, "Looked at."),
        2 => new AllocateOwner($"owner-{wish.Variant}"),
        3 => new RateRag((Rag)(wish.Variant % 3), "Rated."),
        4 => new RegisterRisk("R-1", $"{wish.Variant}"),
        5 => new SetStepsToGreen(wish.Variant < 5 ? Steps : Steps[..1]),
        6 => new MeetStep(wish.Variant < 5 ? "1" : "2"),
        7 => new SubmitEvidence("Audit", wish.Variant < 3 ? $"e{wish.Variant}" : null, Link: $"https://example.org/{wish.Variant}"),
        8 => new ReopenStep("1", "Slipped."),
        9 => new ReportProgress($"Report {wish.Variant}", ForBoard: true, ClaimsImplemented: wish.Variant == 1),
        10 => new WithdrawEvidence($"e{wish.Variant % 3}", "Wrong."),
        11 => new RequestGuidance($"Question {wish.Variant}?"),
        12 => new GiveGuidance($"Advice {wish.Variant}."),
        13 => new PassScrutiny(),
        14 => new ReturnScrutiny($"Thin {wish.Variant}."),
        15 => new RecommendClosure("Done."),
        16 => new ReturnClosure($"Missing {wish.Variant}."),
        17 => new SignOff(wish.Variant > 1 ? "Audit committee." : null) { OpenChildren = wish.Variant % 4 == 3 ? ["a-child"] : [] },
        18 => new CloseNotApplicable("Gone."),
        19 => new Supersede("later", "Replaced."),
        20 => new Withdraw("In error."),
        21 => new Reopen($"Re-inspected {wish.Variant}."),
        22 => new ChangeDeadline(wish.Variant > 4 ? [Due] : [], "Agreed."),
        23 => new ExplainMissedDeadline("Late.", null, wish.Variant > 4),
        24 => new ForecastDelivery(today.AddDays(wish.Variant)),
        25 => new ReportToBoard("sib", today.AddDays(-wish.Variant), Text: "Told."),
        26 => new LinkRecord(LinkRelation.Continues, $"older-{wish.Variant}"),
        _ => new CorrectRecord(wish.Variant > 4 ? "title" : "raisedOn", null, wish.Variant > 4 ? $"Title {wish.Variant}" : "2023-06-02", "Misprint."),
    };
}
