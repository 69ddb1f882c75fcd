using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Lifecycle.Api.Tests;

/// <summary>Starting and stopping, as whoever runs the service meets them.</summary>
public sealed class StartUpTests(Service service)
{
    private const string Database = "ConnectionStrings__Lifecycle";

    [Fact]
    public async Task It_says_where_it_is_and_who_you_can_be_and_stops_cleanly()
    {
        await using var running = RunningService.Start((Database, await service.DatabaseAsync()));
        await running.SaysAsync("demo.flo.west-mercia");
        await running.SaysAsync("curl");
        await running.SaysAsync("Ctrl+C");
        var person = await running.ReadyAsync();
        Assert.Equal(200, (await person.GetAsync("/")).Status);
        Assert.Equal(200, (await person.GetAsync("/swagger-ui/swagger-ui-bundle.js")).Status);
        Assert.Equal(0, await running.StopAsync());
    }

    [Fact]
    public async Task Stopping_ends_open_streams()
    {
        await using var running = RunningService.Start((Database, await service.DatabaseAsync()));
        var person = await running.ReadyAsync();
        person.Http.DefaultRequestHeaders.Add("Authorization", "Bearer demo.auditor");
        using var stream = new StreamReader(await person.Http.GetStreamAsync("/api/v1/events/stream", TestContext.Current.CancellationToken));
        var stopped = running.StopAsync();
        await stream.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(0, await stopped);
    }

    [Theory]
    [InlineData("http://0.0.0.0:")]
    [InlineData("http://*:")]
    public async Task Demo_mode_listens_on_this_machine_only(string address)
    {
        await using var running = RunningService.Start((Database, await service.DatabaseAsync()), ("ASPNETCORE_URLS", address + RunningService.FreePort()));
        Assert.Equal(1, await running.EndsAsync());
        Assert.Contains("this machine only", Assert.Single(running.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_mode_never_runs_in_production()
    {
        await using var running = RunningService.Start((Database, await service.DatabaseAsync()), ("ASPNETCORE_ENVIRONMENT", "Production"), ("Demo", "true"));
        Assert.Equal(1, await running.EndsAsync());
        Assert.Contains("never runs in production", Assert.Single(running.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line_before_anything_is_stored()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var database = await service.DatabaseAsync();
        await using var running = RunningService.Start((Database, database), ("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"));
        Assert.Equal(1, await running.EndsAsync());
        Assert.Contains("--urls", Assert.Single(running.Output), StringComparison.Ordinal);
        await using var connection = new Npgsql.NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand("select to_regnamespace('lifecycle') is null", connection);
        Assert.Equal(true, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_said_in_one_line()
    {
        await using var running = RunningService.Start((Database, $"Host=127.0.0.1;Port={RunningService.FreePort()};Database=x;Username=y;Password=z"));
        Assert.Equal(1, await running.EndsAsync());
        Assert.Contains(Database, Assert.Single(running.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_instance_on_the_same_data_says_where_the_first_one_is()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"lifecycle-tests-{Guid.NewGuid():n}");
        try
        {
            await using var first = RunningService.Start(("DataDirectory", folder));
            var address = (await first.ReadyAsync()).Http.BaseAddress!.ToString().TrimEnd('/');
            await first.SaysAsync("Ctrl+C");
            await using var second = RunningService.Start(("DataDirectory", folder));
            Assert.Equal(1, await second.EndsAsync());
            Assert.Contains(address, Assert.Single(second.Output), StringComparison.Ordinal);
            Assert.Equal(0, await first.StopAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_log_has_one_line_a_request_with_its_trace_and_role_and_no_personal_data()
    {
        // Neither production, which has no demo, nor development, whose log is for reading: JSON, and somebody to be.
        await using var running = RunningService.Start((Database, await service.DatabaseAsync()), ("ASPNETCORE_ENVIRONMENT", "Staging"), ("Demo", "true"));
        var person = await running.ReadyAsync();
        person.Http.DefaultRequestHeaders.Add("Authorization", "Bearer demo.flo.west-mercia");
        person.Http.DefaultRequestHeaders.Add("User-Agent", "AgentName");
        await person.GetAsync("/api/v1/recommendations?q=JaneDoe&owner=PC4711");
        await person.GetAsync("/api/v1/recommendations/JohnSmith");
        await person.GetAsync("/somewhere/MaryMiller");
        await person.PostTextAsync("/api/v1/recommendations/any/grade", "{\"level\":\"KarlMarx\"}", "\"1\"");
        await running.SaysAsync("(no such address)");
        await running.SaysAsync("/grade");

        var lines = running.Output.Where(line => line.StartsWith('{')).Select(line => JsonElement.Parse(line)).ToList();
        var requests = lines.Where(line => line.GetProperty("Properties").TryGetProperty("Route", out _)).ToList();
        // While it started, it was asked again and again whether it is ready.
        Assert.DoesNotContain(requests, line => line.GetProperty("Level").GetString() == "Error");
        var list = Assert.Single(requests, line => Of(line, "Route") == "/api/v1/recommendations");
        Assert.Equal(("GET", "200", "Flo"), (Of(list, "Method"), Of(list, "Status"), Of(list, "Role")));
        Assert.Matches("^[0-9a-f]{32}$", list.GetProperty("TraceId").GetString());
        Assert.Single(requests, line => Of(line, "Route") == "/api/v1/recommendations/{reference}");
        Assert.All(running.Output, line => Assert.DoesNotMatch("JaneDoe|PC4711|JohnSmith|MaryMiller|KarlMarx|AgentName|demo\\.flo\\.west-mercia\"|127\\.0\\.0\\.1", line));
    }

    private static string Of(JsonElement line, string property) => line.GetProperty("Properties").GetProperty(property).ToString();
}
