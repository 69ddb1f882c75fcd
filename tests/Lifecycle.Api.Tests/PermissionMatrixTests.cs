using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Api.Tests;

/// <summary>
/// Walks every role × every command × the own and another body over HTTP, and compares what happens with the table. A command
/// that the table allows may still be refused by a rule; it must not be refused for the role.
/// </summary>
public sealed class PermissionMatrixTests(Service service)
{
    private const string Own = "west-mercia";
    private const string Other = "essex";

    private static readonly (string Persona, Role Role)[] Everybody =
    [
        ($"demo.flo.{Own}", Role.Flo), ($"demo.lead.{Own}", Role.Lead), ($"demo.dcc.{Own}", Role.Dcc), ($"demo.chief.{Own}", Role.Chief),
        ($"demo.board.{Own}", Role.Board), ($"demo.pcc.{Own}", Role.Pcc), ($"demo.fll.{Own}", Role.Fll), ("demo.hmi", Role.Hmi),
        ("demo.auditor", Role.Auditor), ("demo.npcc", Role.National), ("demo.admin", Role.Admin),
    ];

    [Fact]
    public void Every_role_takes_part() =>
        Assert.Equal(Enum.GetValues<Role>().Order(), Everybody.Select(one => one.Role).Order());

    [Fact]
    public async Task On_a_record_of_ones_own_body_the_table_decides()
    {
        var (force, national) = (await Raised.NewAsync(service, body: Own), await Raised.NewAsync(service, body: "npcc"));
        foreach (var (persona, role) in Everybody)
        {
            var record = role == Role.National ? national : force;
            foreach (var verb in RecommendationCommands.Known.Keys)
                await CheckAsync(record, persona, role, verb);
        }
    }

    [Fact]
    public async Task Of_a_record_of_another_body_only_those_know_who_see_everything()
    {
        var record = await Raised.NewAsync(service, body: Other);
        foreach (var (persona, role) in Everybody)
        {
            foreach (var verb in RecommendationCommands.Known.Keys)
            {
                if (SeesEverything(role))
                    await CheckAsync(record, persona, role, verb);
                else
                    Assert.Equal((persona, verb, 404, "not_found"), await GiveAsync(record, persona, verb));
            }
        }
    }

    [Fact]
    public async Task What_one_may_not_know_of_looks_like_nothing()
    {
        var record = await Raised.NewAsync(service, body: Other);
        foreach (var (persona, role) in Everybody)
        {
            foreach (var path in (string[])[record.Path, $"{record.Path}/history"])
            {
                var (hidden, nothing) = (await service.As(persona).GetAsync(path), await service.As(persona).GetAsync("/api/v1/recommendations/no-such-record"));
                Assert.Equal((persona, SeesEverything(role) ? 200 : 404), (persona, hidden.Status));
                if (!SeesEverything(role))
                    Assert.Equal((nothing.Code, nothing.Detail), (hidden.Code, hidden.Detail));
            }

            var list = await service.As(persona).ReadAsync($"/api/v1/recommendations?publication={record.Publication}");
            Assert.Equal((persona, SeesEverything(role) ? 1 : 0), (persona, list.GetProperty("total").GetInt32()));
        }
    }

    [Fact]
    public async Task Publishing_and_declaring_positions_follow_the_table()
    {
        foreach (var (persona, role) in Everybody)
        {
            var body = role == Role.National ? "npcc" : Own;
            var paper = Raised.Paper(Raised.NewId(), [Raised.Record("1", "recommendation", 2, [body])]);
            var published = await service.As(persona).PostAsync("/api/v1/publications", paper);
            Assert.Equal((persona, Allowed("publish", role)), (persona, published.Code != "role_not_allowed"));
            var declared = await service.As(persona).PostAsync("/api/v1/declared-positions", PositionTests.Declaration(Raised.NewId(), body));
            Assert.Equal((persona, Allowed("declare-position", role)), (persona, declared.Code != "role_not_allowed"));
        }
    }

    private async Task CheckAsync(Raised record, string persona, Role role, string verb)
    {
        var (_, _, status, code) = await GiveAsync(record, persona, verb);
        if (Allowed(verb, role))
            Assert.True(code != "role_not_allowed" && status is 200 or 403 or 409 or 412 or 422, $"{persona} {verb}: {status} {code}");
        else
            Assert.Equal((persona, verb, 403, "role_not_allowed"), (persona, verb, status, code));
    }

    private async Task<(string Persona, string Verb, int Status, string? Code)> GiveAsync(Raised record, string persona, string verb)
    {
        var answer = await service.As(persona).PostAsync($"{record.Path}/{verb}", await CommandExamples.OfAsync(service, verb), await record.ETagAsync());
        return (persona, verb, answer.Status, answer.Code);
    }

    private static bool SeesEverything(Role role) => role is Role.Hmi or Role.Auditor or Role.Admin;

    private static bool Allowed(string command, Role role) => Permissions.All[command].Contains(role);
}
