using System.Text.Json;

namespace Lifecycle.Api.Tests;

public sealed class PublicationTests(Service service)
{
    [Fact]
    public async Task Publishing_raises_a_record_for_each_body_and_publishing_again_adds_nothing()
    {
        var paper = Raised.Paper(Raised.NewId(), [Raised.Record("1", "recommendation", 2, ["essex", "kent"]), Raised.Record("2", "area-for-improvement", null, ["npcc"])]);
        var first = await PublishAsync(paper);
        Assert.Equal((201, $"/api/v1/publications/{paper["id"]}"), (first.Status, first.Headers["Location"]));
        var again = await PublishAsync(paper);
        Assert.Equal((200, 0), (again.Status, again.Body.GetProperty("added").GetInt32()));
        var list = await service.As("demo.hmi").ReadAsync($"/api/v1/recommendations?publication={paper["id"]}");
        Assert.Equal(
            [$"{paper["id"]}-1-essex", $"{paper["id"]}-1-kent", $"{paper["id"]}-2-npcc"],
            list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("reference").GetString()));
    }

    [Fact]
    public async Task Two_who_publish_the_same_at_once_leave_one_register()
    {
        var paper = Raised.Paper(Raised.NewId(), [Raised.Record("1", "recommendation", 2, ["all-forces"])]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishAsync(paper)));
        Assert.Equal([200, 200, 200, 201], answers.Select(answer => answer.Status).Order());
        Assert.Equal(43, (await service.As("demo.hmi").ReadAsync($"/api/v1/recommendations?publication={paper["id"]}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_publication_reads_with_its_counts_grades_and_the_standing_of_its_records()
    {
        var paper = Raised.Paper(Raised.NewId(), [Raised.Record("1", "recommendation", 2, ["essex"])]);
        paper["inspected"] = new[] { "essex" };
        paper["source"] = "The report";
        paper["judgments"] = new[] { new { body = "essex", cycle = "2026", scale = "five-point", judgments = new[] { new { area = "custody", grade = "good", provenance = "inspected" } } } };
        paper["counts"] = new[] { new { subject = "essex", counts = new Dictionary<string, int?> { ["recommendation"] = 1, ["soft-afi"] = null }, source = "Page 3" } };
        Assert.Equal(201, (await PublishAsync(paper)).Status);

        var read = await service.As("demo.board.essex").ReadAsync($"/api/v1/publications/{paper["id"]}");
        Assert.Equal("good", read.GetProperty("grades")[0].GetProperty("grade").GetString());
        var counts = read.GetProperty("counts").EnumerateArray().ToDictionary(count => count.GetProperty("counted").GetString()!, count => count.GetProperty("count"));
        Assert.Equal((1, JsonValueKind.Null), (counts["recommendation"].GetInt32(), counts["soft-afi"].ValueKind));
        Assert.Equal(1, read.GetProperty("publication").GetProperty("byStatus").GetProperty("raised").GetInt32());

        var grades = await service.As("demo.board.kent").ReadAsync("/api/v1/grades?body=essex&cycle=2026");
        Assert.Contains(grades.GetProperty("items").EnumerateArray(), cell => cell.GetProperty("area").GetString() == "custody");
        var foreign = await service.As("demo.board.kent").ReadAsync($"/api/v1/publications/{paper["id"]}");
        Assert.Empty(foreign.GetProperty("publication").GetProperty("byStatus").EnumerateObject());
    }

    [Fact]
    public async Task Publications_of_a_window()
    {
        var list = await service.As("demo.board.west-mercia").ReadAsync("/api/v1/publications?from=2025-05-01&to=2025-07-31&pageSize=200");
        var days = list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("publishedOn").GetString()!).ToList();
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.InRange(day, "2025-05-01", "2025-07-31"));
    }

    [Fact]
    public async Task A_force_enters_reports_on_itself_and_no_one_elses()
    {
        var own = Raised.Paper(Raised.NewId(), [Raised.Record("1", "recommendation", 2, ["essex"])]);
        own["source"] = "Letter";
        Assert.Equal(201, (await PublishAsync(own, "demo.flo.essex")).Status);
        var others = Raised.Paper(Raised.NewId(), [Raised.Record("1", "recommendation", 2, ["kent"])]);
        others["source"] = "Letter";
        var refused = await PublishAsync(others, "demo.flo.essex");
        Assert.Equal((403, "not_your_record"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_publication_may_be_larger_than_a_command()
    {
        var records = Enumerable.Range(1, 300).Select(n => (object)new Dictionary<string, object?>(Raised.Record($"{n}", "recommendation", 2, ["essex"])) { ["summary"] = new string('x', 5_000) });
        Assert.Equal(201, (await PublishAsync(Raised.Paper(Raised.NewId(), [.. records]))).Status);
    }

    [Fact]
    public async Task The_same_paper_with_other_content_is_refused()
    {
        var paper = Raised.Paper(Raised.NewId(), []);
        await PublishAsync(paper);
        paper["title"] = "Another title";
        var answer = await PublishAsync(paper);
        Assert.Equal((422, "publication_differs"), (answer.Status, answer.Code));
    }

    private Task<Answer> PublishAsync(object paper, string who = "demo.hmi") => service.As(who).PostAsync("/api/v1/publications", paper);
}
