using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>kill -9 under load, then a new start: what was acknowledged is there, and what is shown is what the events say.</summary>
public sealed class KilledTests(Service service)
{
    private const int Records = 8;

    [Fact]
    public async Task A_service_killed_under_load_has_lost_nothing_that_it_acknowledged()
    {
        (string, string)[] settings =
        [
            ("ConnectionStrings__Lifecycle", await service.DatabaseAsync()), ("Limits__Burst", "1000000"), ("Limits__RequestsPerSecond", "1000000"),
        ];
        var acknowledged = new ConcurrentDictionary<string, long>();
        await using (var running = RunningService.Start(settings))
        {
            var flo = await SignedInAsync(running, "demo.flo.west-mercia");
            var references = await PublishAsync(await SignedInAsync(running, "demo.hmi"));
            var working = Task.WhenAll(references.Select(reference => ReportAsync(flo, reference, acknowledged)));
            while (acknowledged.Values.Sum() < 400) await Task.Delay(10, TestContext.Current.CancellationToken);
            await running.KillAsync();
            await working;
        }

        await using var again = RunningService.Start(settings);
        var auditor = await SignedInAsync(again, "demo.auditor");
        var listed = (await auditor.ReadAsync("/api/v1/recommendations?publication=killed")).GetProperty("items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("reference").GetString()!, item => item.GetProperty("status").GetString());
        Assert.Equal(Records, acknowledged.Count);
        foreach (var (reference, version) in acknowledged)
        {
            var record = await auditor.ReadAsync($"/api/v1/recommendations/{reference}");
            var history = await auditor.ReadAsync($"/api/v1/recommendations/{reference}/history?pageSize=200");
            Assert.InRange(record.GetProperty("version").GetInt64(), version, version + 1);
            Assert.Equal(record.GetProperty("version").GetInt64(), history.GetProperty("total").GetInt64());
            Assert.Equal(record.GetProperty("status").GetString(), listed[reference]);
        }
    }

    private static async Task<Person> SignedInAsync(RunningService running, string persona)
    {
        var person = await running.ReadyAsync();
        person.Http.DefaultRequestHeaders.Add("Authorization", $"Bearer {persona}");
        return person;
    }

    private static async Task<IReadOnlyList<string>> PublishAsync(Person hmi)
    {
        var records = Enumerable.Range(1, Records).Select(n => (object)Raised.Record($"{n}", "recommendation", 2, ["west-mercia"])).ToArray();
        Assert.Equal(201, (await hmi.PostAsync("/api/v1/publications", Raised.Paper("killed", records))).Status);
        return [.. Enumerable.Range(1, Records).Select(n => $"killed-{n}-west-mercia")];
    }

    // Until the service is gone; every answer with 200 is an acknowledgement.
    private static async Task ReportAsync(Person flo, string reference, ConcurrentDictionary<string, long> acknowledged)
    {
        try
        {
            for (var version = 1L; ; acknowledged[reference] = version)
            {
                var answer = await flo.PostAsync(
                    $"/api/v1/recommendations/{reference}/report-progress", new { text = string.Create(CultureInfo.InvariantCulture, $"Report {version}"), forBoard = true },
                    string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
                Assert.Equal(200, answer.Status);
                version = answer.Body.GetProperty("version").GetInt64();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or JsonException)
        {
            // Killed in the middle of an answer, which therefore was none.
        }
    }
}
