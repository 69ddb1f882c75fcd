using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

/// <summary>What seed paper 004 (lines 46-78) prints, with three of West Mercia's records held one by one.</summary>
public static class PaperOf2023
{
    public static readonly DateOnly Day = new(2023, 9, 4);
    public static readonly AsOf AsAt = new(new DateOnly(2023, 9, 20), Day);

    public static readonly (string Force, int Causes, int Recommendations, int Afis)[] Printed =
    [
        ("devon-and-cornwall", 3, 71, 32), ("gloucestershire", 12, 110, 36), ("norfolk", 3, 93, 22), ("north-yorkshire", 3, 106, 42),
        ("suffolk", 6, 115, 14), ("warwickshire", 6, 108, 49), ("west-mercia", 6, 104, 34), ("wiltshire", 9, 146, 36),
    ];

    public static async Task<World> EnteredAsync(PostgresFixture postgres)
    {
        var world = await World.CreateAsync(postgres);
        world.Clock.Now = new(2023, 9, 20, 9, 0, 0, TimeSpan.Zero);
        await world.PublishAsync(Report(
            "peel", new DateOnly(2022, 6, 1),
            Record("1", RecordKind.Recommendation, 2, bodies: "west-mercia"),
            Record("2", RecordKind.AreaForImprovement, 3, bodies: "west-mercia"),
            Record("3", RecordKind.AreaForImprovement, bodies: "west-mercia")));
        foreach (var (force, causes, recommendations, afis) in Printed)
            await world.DeclareAsync(Declared($"004-{force}", new(SubjectKind.Body, force), causes, recommendations, afis));
        await world.DeclareAsync(Declared("004-nation", new(SubjectKind.NationalAverage, null), 4, 129, 27.8m));
        return world;
    }

    private static DeclarePosition Declared(string id, PositionSubject subject, decimal causes, decimal recommendations, decimal afis) => new(
        id, subject, Day,
        new Dictionary<RecordKind, decimal?>
        {
            [RecordKind.CauseOfConcern] = causes,
            [RecordKind.Recommendation] = recommendations,
            [RecordKind.AreaForImprovement] = afis,
        },
        "004:46-78");
}
