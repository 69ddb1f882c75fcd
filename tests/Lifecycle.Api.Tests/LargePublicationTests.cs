using System.Globalization;
using Lifecycle.Domain.Publications;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Api.Tests;

/// <summary>One act that makes hundreds of records, while others go on with theirs.</summary>
public sealed class LargePublicationTests(Service service)
{
    private const int Records = 20;
    private const int Forces = 43;
    private const string Path = "/api/v1/recommendations/before-1-west-mercia";

    [Fact]
    public async Task It_and_what_others_do_meanwhile_are_both_whole()
    {
        await using var own = await service.StartAsync();
        await PublishAsync(own, Raised.Paper("before", [Raised.Record("1", "recommendation", 2, ["west-mercia"])]));
        await AllocateAsync(own, 1);

        var publishing = PublishAsync(own, Raised.Paper("national", [.. Enumerable.Range(1, Records).Select(n => Raised.Record(Text(n), "recommendation", 2, [Addressees.AllForces]))]));
        var version = 2;
        while (!publishing.IsCompleted) await AllocateAsync(own, version++);
        await publishing;

        Assert.Equal(version, (await own.As("demo.auditor").ReadAsync(Path)).GetProperty("version").GetInt32());
        Assert.Equal(Records * Forces, (await own.As("demo.auditor").ReadAsync("/api/v1/recommendations?publication=national")).GetProperty("total").GetInt32());
        var positions = await PositionsAsync(own);
        Assert.True(positions.Count > Records * Forces + version);
        Assert.Equal(Enumerable.Range(1, positions.Count).Select(Text), positions);
        Assert.Empty(await ReadModelCheck.RunAsync(own.Services.GetRequiredService<Database>(), null, TestContext.Current.CancellationToken));
    }

    private static async Task PublishAsync(ServiceFactory own, Dictionary<string, object?> paper)
    {
        var answer = await own.As("demo.hmi").PostAsync("/api/v1/publications", paper);
        Assert.Equal((201, ""), (answer.Status, answer.Status == 201 ? "" : answer.Text));
    }

    private static async Task AllocateAsync(ServiceFactory own, int version)
    {
        var answer = await own.As("demo.flo.west-mercia").PostAsync($"{Path}/allocate", new { owner = $"post-{version}" }, $"\"{version}\"");
        Assert.Equal((200, ""), (answer.Status, answer.Status == 200 ? "" : answer.Text));
    }

    private static async Task<List<string>> PositionsAsync(ServiceFactory own)
    {
        var positions = new List<string>();
        for (int before = -1; before < positions.Count;)
        {
            before = positions.Count;
            var batch = await own.As("demo.auditor").ReadAsync($"/api/v1/events?after={before}&limit=1000");
            positions.AddRange(batch.EnumerateArray().Select(e => e.GetProperty("position").ToString()));
        }

        return positions;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
