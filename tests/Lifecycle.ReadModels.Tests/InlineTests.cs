using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;
using static Lifecycle.ReadModels.Tests.Papers;

namespace Lifecycle.ReadModels.Tests;

public sealed class InlineTests(PostgresFixture postgres)
{
    private static readonly DateOnly Published = new(2015, 1, 1);

    [Fact]
    public async Task A_read_after_a_write_shows_the_write()
    {
        await using var world = await World.CreateAsync(postgres);
        await world.PublishAsync(Report("peel", Published, Record("1", RecordKind.Recommendation, level: 2, bodies: "west-mercia")));

        await world.DoAsync("peel-1-west-mercia", world.By(Role.Flo, "west-mercia"), new AllocateOwner("acc-crime", "sib"));

        var status = await RecommendationStatus.FindAsync(world.Database, ReadScope.All, "peel-1-west-mercia", CancellationToken.None);
        Assert.Equal(RegisterRow.Of(Recommendation.Fold(world.Record("peel-1-west-mercia").Events)!), status!.Row);
        Assert.Equal((Status.InProgress, "acc-crime", 2L), (status.Row.Status, status.Row.Owner, status.Version));
    }
}
