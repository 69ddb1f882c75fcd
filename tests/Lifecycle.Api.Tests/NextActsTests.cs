using System.Text.Json;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Api.Tests;

/// <summary>Walks records at random over HTTP: before every command it is asked whether this person may give it, and the answer must come true.</summary>
public sealed class NextActsTests(Service service)
{
    private const int Steps = 500;

    private static readonly (string Who, Role Role)[] Everybody =
    [
        ("flo", Role.Flo), ("flo", Role.Flo), ("dcc", Role.Dcc), ("chief", Role.Chief), ("acting-chief", Role.Chief), ("lead", Role.Lead),
        ("board", Role.Board), ("fll", Role.Fll), ("demo.hmi", Role.Hmi), ("demo.admin", Role.Admin), ("demo.auditor", Role.Auditor),
    ];

    // A random walk would hardly ever come as far as a sign-off.
    private static readonly string[] Road =
        [.. RecommendationCommands.Known.Keys, "set-steps", "submit-evidence", "meet-step", "meet-step", "recommend-closure", "recommend-closure", "sign-off", "sign-off"];

    [Fact]
    public async Task What_is_said_before_a_command_comes_true_when_it_is_given()
    {
        var random = new Random(4);
        var (allowed, refused) = (new HashSet<string>(), new HashSet<string>());
        var (record, relevant) = (await Raised.NewAsync(service), true);
        for (var step = 0; step < Steps; step++)
        {
            if (step % 70 == 0)
                (record, relevant) = (step % 140 == 0
                    ? await (await Raised.NewAsync(service, random.Next(1, 4))).RecommendedAsync()
                    : await Raised.NewAsync(service, random.Next(1, 4), "west-midlands"), true);
            var (who, role) = Everybody[random.Next(Everybody.Length)];
            var acts = await SaidAsync(record, who, role);
            var command = Road[random.Next(Road.Length)];
            var said = acts.FirstOrDefault(act => act.Allowed && !allowed.Contains(act.Command)) ?? acts.Single(act => act.Command == command);
            var view = await record.As("demo.auditor").ReadAsync(record.Path);
            // Each time another record that exists, because a link that stands changes nothing.
            var content = said.Command switch
            {
                "link" => new { relation = "continues", target = (await Raised.NewAsync(service)).Reference },
                "supersede" => new { successor = (await Raised.NewAsync(service)).Reference, reason = $"Reason {step}", source = "Letter" },
                _ => Content(said.Command, view, step, relevant),
            };
            var answer = await record.TryAsync(who, said.Command, content);
            Assert.Equal((step, who, said.Command, Expected(said, view)), (step, who, said.Command, Came(answer)));
            relevant ^= said is { Command: "decide-relevance", Allowed: true };
            (said.Allowed ? allowed : refused).Add(said.Command);
        }

        Assert.Empty(RecommendationCommands.Known.Keys.Except(allowed));
        Assert.Empty(RecommendationCommands.Known.Keys.Except(refused));
    }

    private async Task<IReadOnlyList<NextAct>> SaidAsync(Raised record, string who, Role role)
    {
        var caller = Caller.For(who.Contains('.', StringComparison.Ordinal) ? who : Actor(who, record.Body), role, record.Body);
        return (await service.Services.GetRequiredService<Reads>().NextActsAsync(caller, record.Reference, TestContext.Current.CancellationToken))!;
    }

    // The acting chief is the deputy standing in: one person.
    private static string Actor(string who, string body) => who == "acting-chief" ? $"demo.dcc.{body}" : $"demo.{who}.{body}";

    private static string Expected(NextAct said, JsonElement view) => said switch
    {
        { Allowed: true } => $"version {view.GetProperty("version").GetInt64() + 1}",
        { Why.Code: NextActs.NothingToDo } => $"version {view.GetProperty("version").GetInt64()}",
        _ => said.Why!.Code,
    };

    private static string Came(Answer answer) => answer.Code ?? $"version {answer.Body.GetProperty("version").GetInt64()}";

    private static object Content(string command, JsonElement view, int n, bool relevant) => command switch
    {
        "grade" => new { level = view.GetProperty("level").GetInt32() == 2 ? 3 : 2, reason = $"Reason {n}", source = "Letter" },
        "decide-relevance" => new { relevant = !relevant, reason = $"Reason {n}" },
        "allocate" => new { owner = $"post-{n}" },
        "rate-rag" => new { rag = "green", reason = $"Reason {n}" },
        "register-risk" => new { riskReference = $"R-{n}" },
        "set-steps" => new { steps = new[] { new { id = "1", criterion = $"Criterion {n}", origin = "force" } } },
        "meet-step" => new { step = "1" },
        "reopen-step" => new { step = "1", reason = $"Reason {n}" },
        "report-progress" => new { text = $"Text {n}", forBoard = true },
        "submit-evidence" => new { name = $"Minutes {n}", link = $"https://example.org/{n}" },
        "withdraw-evidence" => new { evidenceId = Standing(view), reason = $"Reason {n}" },
        "request-guidance" => new { question = $"Question {n}" },
        "give-guidance" => new { advice = $"Advice {n}" },
        "recommend-closure" => new { statement = $"Statement {n}" },
        "return-closure" => new { missing = $"Missing {n}" },
        "sign-off" => new { oversightNote = $"Note {n}" },
        "change-deadline" => new { deadlines = new[] { new { what = "All", printed = $"Printed {n}", form = "day", due = Raised.Day } }, reason = $"Reason {n}" },
        _ => More(command, n),
    };

    private static object More(string command, int n) => command switch
    {
        "pass-scrutiny" => new { note = $"Note {n}" },
        "close-not-applicable" or "withdraw" => new { reason = $"Reason {n}", source = "Letter" },
        "forecast" => new { expected = "2027-06-01", printed = $"Printed {n}" },
        "report-to-board" => new { board = $"board-{n}", meetingOn = Raised.Day, text = "Text" },
        "correct" => new { field = "title", value = $"Title {n}", reason = $"Reason {n}" },
        _ => new { reason = $"Reason {n}" },
    };

    private static string Standing(JsonElement view) => view.GetProperty("evidence").EnumerateArray()
        .OrderBy(item => item.GetProperty("withdrawn").GetBoolean()).Select(item => item.GetProperty("evidenceId").GetString()!).FirstOrDefault("none");
}
