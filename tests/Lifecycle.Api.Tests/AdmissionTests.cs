using Npgsql;

namespace Lifecycle.Api.Tests;

public sealed class AdmissionTests(Service service)
{
    private const string Path = "/api/v1/recommendations/held-1-surrey";

    [Fact]
    public async Task A_command_too_many_is_told_to_come_again_and_leaves_no_trace_while_reads_are_answered()
    {
        var database = await service.DatabaseAsync();
        await using var tight = await service.StartAsync(("ConnectionStrings:Lifecycle", database), ("Limits:AtOnce", "1"), ("Limits:Waiting", "0"));
        var flo = tight.As("demo.flo.surrey");
        var paper = Raised.Paper("held", [Raised.Record("1", "recommendation", 2, ["surrey"])]);
        Assert.Equal(201, (await tight.As("demo.hmi").PostAsync("/api/v1/publications", paper)).Status);

        Task<Answer> held;
        await using (var connection = await HoldAsync(database))
        {
            held = flo.PostAsync($"{Path}/allocate", new { owner = "head-of-custody" }, "\"1\"");
            await UntilSomebodyWaitsAsync(database);

            var refused = await flo.PostAsync($"{Path}/report-progress", new { text = "Refused", forBoard = true }, "\"1\"");
            Assert.Equal((429, "too_many_commands"), (refused.Status, refused.Code));
            Assert.True(int.Parse(refused.Headers["Retry-After"], null) >= 1);
            Assert.Equal("too_many_commands", (await tight.As("demo.hmi").PostAsync("/api/v1/publications", paper)).Code);
            Assert.Equal(200, (await flo.GetAsync(Path)).Status);
            Assert.Equal(200, (await tight.Nobody().GetAsync("/health/ready")).Status);
        }

        Assert.Equal(200, (await held).Status);
        var again = await flo.PostAsync($"{Path}/report-progress", new { text = "Let in", forBoard = true }, "\"2\"");
        Assert.Equal((200, 3), (again.Status, again.Body.GetProperty("version").GetInt32()));
        Assert.DoesNotContain("Refused", (await flo.GetAsync($"{Path}/history")).Text, StringComparison.Ordinal);
    }

    // Appends need this table, reads do not.
    private static async Task<NpgsqlConnection> HoldAsync(string database)
    {
        var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table lifecycle.mt_streams in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task UntilSomebodyWaitsAsync(string database)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select exists (select from pg_locks where not granted and relation = 'lifecycle.mt_streams'::regclass)", connection);
        while (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is not true)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
