using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.Testing;

namespace Lifecycle.ReadModels.Tests;

/// <summary>
/// Ten years of a register that nobody planned: some 1,500 records, each with a life of its own, late entries, corrections,
/// re-grades, returns and reopenings among them. The seed is fixed, so a failure can be looked at twice.
/// </summary>
public sealed class RandomRegister(PostgresFixture postgres) : IAsyncLifetime
{
    public static readonly string[] Forces =
        ["west-mercia", "wiltshire", "suffolk", "norfolk", "gloucestershire", "warwickshire", "city-of-london", "essex"];

    private readonly Random _random = new(20230904);

    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await World.CreateAsync(postgres);
        for (var round = 0; round < 24; round++)
        {
            World.Clock.Now += TimeSpan.FromHours(_random.Next(24, 24 * 250));
            await PublishAsync(round);
            foreach (var life in World.Records.ToList()) Live(life);
            await World.CommitAsync();
            await DeclareAsync(round);
        }
    }

    public async ValueTask DisposeAsync() => await World.DisposeAsync();

    /// <summary>A day and a moment of the ten years; the moment is sometimes the very one of an event.</summary>
    public AsOf Point(Random random)
    {
        var moments = World.Lives.SelectMany(life => life.Events).Select(e => e.RecordedAt).Distinct().Order().ToList();
        var knownAt = moments[random.Next(moments.Count)].AddMicroseconds(random.Next(-1, 2));
        var (first, today) = (LondonDay.Of(moments[0]), World.Clock.Today());
        return new(today, first.AddDays(random.Next(0, today.DayNumber - first.DayNumber + 1)), knownAt);
    }

    /// <summary>Checks so many points, the same ones for the same seed.</summary>
    public async Task AtPointsAsync(int points, int seed, Func<AsOf, Random, Task> check)
    {
        var random = new Random(seed);
        for (var i = 0; i < points; i++) await check(Point(random), random);
    }

    private async Task PublishAsync(int round)
    {
        var on = World.Clock.Today().AddDays(-_random.Next(0, 20));
        var records = Enumerable.Range(1, 8).Select(n => Papers.Record(
            $"{n}", n == 1 ? RecordKind.CauseOfConcern : _random.Next(2) == 0 ? RecordKind.Recommendation : RecordKind.AreaForImprovement,
            _random.Next(3) == 0 ? null : _random.Next(1, 5),
            _random.Next(2) == 0 ? null : on.AddDays(_random.Next(30, 900)),
            n == 2 ? "1" : null,
            Forces)).ToArray();
        var report = Papers.Report($"report-{round}", on, records) with
        {
            Judgments = [new(Forces[round % 8], $"{on.Year}", JudgmentScale.FivePoint,
                [new("crime", JudgmentGrade.Good, GradeProvenance.Inspected), new("custody", null, GradeProvenance.Unknown)])],
            Counts = [new(Forces[round % 8], new Dictionary<string, int?> { ["area-for-improvement"] = _random.Next(0, 9), ["relevant"] = null }, null, null)],
        };
        await World.PublishAsync(report);
        if (round % 3 == 0) await World.PublishAsync(report with { Corrections = [new("publishedOn", $"{on:yyyy-MM-dd}", $"{on.AddDays(3 - (round % 7)):yyyy-MM-dd}", "misread")] });
        if (round % 4 == 0) await World.PublishAsync(report with { Corrections = [new($"grade/{Forces[round % 8]}/{on.Year}/crime", "good", "adequate", "misread")] });
    }

    private async Task DeclareAsync(int round)
    {
        var day = World.Clock.Today().AddDays(-_random.Next(0, 400));
        await World.DeclareAsync(new DeclarePosition(
            $"paper-{round}", new PositionSubject(SubjectKind.Body, Forces[round % 8]), day,
            new Dictionary<RecordKind, decimal?> { [RecordKind.Recommendation] = _random.Next(0, 60), [RecordKind.CauseOfConcern] = null }, "paper"));
        if (round % 3 == 0) await World.CorrectPositionAsync($"paper-{round}", new CorrectPosition("counts/recommendation", null, "17", "misread"));
    }

    private void Live(Life life)
    {
        // Every now and then nobody gets to it.
        if (life.Events.Count == 0 || _random.Next(10) == 0) return;
        for (var i = 0; i < 4; i++)
        {
            var state = Recommendation.Fold(life.Events)!;
            var today = World.Clock.Today();
            var on = _random.Next(4) == 0 ? state.BeginsOn.AddDays(_random.Next(0, Math.Max(1, today.DayNumber - state.BeginsOn.DayNumber))) : today;
            var command = _random.Next(2) == 0 ? TowardsClosure(state) : Anything(state);
            var (role, body) = command is PassScrutiny ? (Role.Dcc, life.Tenant) : _random.Next(3) switch
            {
                0 => (Role.Flo, life.Tenant),
                1 => (Role.Chief, life.Tenant),
                _ => (Role.Hmi, Bodies.Hmicfrs),
            };
            World.Do(life.Tenant, life.Stream, command with { Act = World.By(role, body, on) });
        }
    }

    private static RecommendationCommand TowardsClosure(Recommendation state) => state switch
    {
        { Status: Status.ClosureRecommended } => new SignOff("seen at the board"),
        _ when state.Steps.Count == 0 => new SetStepsToGreen([new("1", "done", StepOrigin.Force)]),
        _ when !state.AllStepsMet => new MeetStep("1"),
        _ when !state.StandingEvidence.Any() => new SubmitEvidence("minutes", Link: "https://example.org/minutes"),
        { Scrutiny: not true } => new PassScrutiny(),
        _ => new RecommendClosure("all done"),
    };

    private RecommendationCommand Anything(Recommendation state) => _random.Next(30) switch
    {
        0 => new GradeLevel(_random.Next(1, 5), "seen again"),
        1 => new DecideRelevance(_random.Next(3) > 0, "decided"),
        2 or 3 => new AllocateOwner($"post-{_random.Next(4)}", _random.Next(2) == 0 ? "sib" : null),
        4 => new RateRag((Rag)_random.Next(3), "rated"),
        5 => new RegisterRisk($"R{_random.Next(9)}"),
        6 => new SetStepsToGreen([new("1", "done", StepOrigin.Force)]),
        7 or 8 => new MeetStep("1"),
        9 => new ReopenStep("1", "undone"),
        10 => new ReportProgress("moving", ClaimsImplemented: _random.Next(2) == 0),
        11 or 12 => new SubmitEvidence("minutes", Link: $"https://example.org/{_random.Next(99)}"),
        13 => new WithdrawEvidence(state.Evidence.Keys.Order(StringComparer.Ordinal).FirstOrDefault() ?? "none", "wrong file"),
        14 or 15 => new PassScrutiny(),
        16 or 17 => new RecommendClosure("all done"),
        18 => new ReturnClosure("more is needed"),
        19 or 20 => new SignOff("seen at the board"),
        21 => _random.Next(4) switch
        {
            0 => new CloseNotApplicable("gone"),
            1 => new Supersede(state.Reference + "-next", "replaced"),
            2 => new Withdraw("taken back"),
            _ => new Reopen("found again"),
        },
        22 => new ForecastDelivery(state.BeginsOn.AddDays(_random.Next(900))),
        23 => Correction(state),
        24 or 25 => new ChangeDeadline(Papers.Record("1", RecordKind.Recommendation, due: state.BeginsOn.AddDays(_random.Next(900))).Deadlines, "agreed"),
        26 or 27 => new ExplainMissedDeadline($"late {_random.Next(99)}", null, _random.Next(3) switch { 0 => true, 1 => false, _ => null }),
        _ => new ReportToBoard(_random.Next(2) == 0 ? "sib" : "jasc", state.BeginsOn.AddDays(_random.Next(60)), Text: "moving"),
    };

    private CorrectRecord Correction(Recommendation state) => _random.Next(3) switch
    {
        0 => new("title", null, $"Clearer title {_random.Next(99)}", "misprint"),
        1 => new("summary", null, $"Better summary {_random.Next(99)}", "misprint"),
        _ => new("raisedOn", null, $"{state.BeginsOn.AddDays(_random.Next(-30, 60)):yyyy-MM-dd}", "misread"),
    };
}
