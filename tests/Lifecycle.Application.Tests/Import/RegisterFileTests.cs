using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Xunit;

namespace Lifecycle.Application.Tests.Import;

/// <summary>A good file gives commands; a bad one gives every problem at once, each with its place and what to do.</summary>
public sealed class RegisterFileTests
{
    internal const string Small = """
        {
          "format": "lifecycle-register/1",
          "title": "A small register",
          "publications": [
            { "id": "peel-kent", "title": "PEEL Kent", "kind": "peel", "publishedOn": "2025-05-14", "records": [
              { "number": "afi-1", "kind": "area-for-improvement", "title": "Custody", "summary": "Better audits.", "addressees": ["kent"] } ] }
          ],
          "lifecycles": [
            { "reference": "peel-kent-afi-1-kent", "acts": [
              { "command": "allocate", "by": { "actor": "flo.kent", "role": "flo", "body": "kent" }, "on": "2025-06-01", "owner": "lead.kent" } ] }
          ]
        }
        """;

    [Fact]
    public void A_small_file_gives_commands()
    {
        var document = Text.Register(Small).Document!;
        var publish = document.Publications.Single();
        Assert.Equal(("peel-kent", new DateOnly(2025, 5, 14), "$.publications[0]"), (publish.Command.Id, publish.On, publish.Place.Path));
        var act = document.Lifecycles.Single().Acts.Single();
        Assert.Equal("lead.kent", Assert.IsType<AllocateOwner>(act.Command).Owner);
        Assert.Equal(("flo.kent", new DateOnly(2025, 6, 1), "$.lifecycles[0].acts[0]"), (act.By.Actor, act.On, act.Place.Path));
    }

    [Fact]
    public void The_example_of_the_documentation_reads_and_passes_the_rules_of_the_domain()
    {
        var example = Text.Example("import.md").Split("```json")[1].Split("```")[0];
        Assert.Empty(Text.Register(example).Lines());
        Assert.Empty(Applied.Of([Text.Register(example).Document!]).Refusals);
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var broken = Small
            .Replace("\"publishedOn\": \"2025-05-14\"", "\"publishedon\": \"14/05/2025\", \"publishedOn\": \"14/05/2025\"", StringComparison.Ordinal)
            .Replace("[\"kent\"]", "[\"kemt\"]", StringComparison.Ordinal)
            .Replace("\"allocate\"", "\"alocate\"", StringComparison.Ordinal)
            .Replace("\"title\": \"Custody\", ", "", StringComparison.Ordinal);
        Assert.Equal(
            [
                "register.json $.publications[0].publishedOn: '14/05/2025' is not a day. Write it as year, month, day, for example 2023-09-04.",
                "register.json $.publications[0].records[0]: 'title' is missing. Add it. A few words.",
                "register.json $.publications[0].records[0].addressees[0]: 'kemt' is not the id of a body. Did you mean 'kent'? Use an id of the list of bodies.",
                "register.json $.publications[0].publishedon: 'publishedon' is not a property here. Did you mean 'publishedOn'? Correct it or take it out.",
            ],
            Text.Register(broken).Lines().Take(4));
        Assert.StartsWith("register.json $.lifecycles[0].acts[0].command: 'alocate' does not fit here. Did you mean 'allocate'?", Text.Register(broken).Lines().Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"level\": 5,", "records[0].level", "5 is out of range. Use 1 to 4.")]
    [InlineData("\"level\": \"two\",", "records[0].level", "This is the text 'two'. It must be a whole number or null.")]
    [InlineData("\"parent\": \"coc-1\",", "records[0].parent", "'coc-1' is not the number of a cause of concern in this publication. Correct it, or add the cause of concern.")]
    [InlineData("\"deadlines\": [{ \"what\": \"all\", \"printed\": \"by May\", \"form\": \"month\" }],", "records[0].deadlines[0].due", "Say on which day this is due.")]
    [InlineData("\"deadlines\": [{ \"what\": \"all\", \"printed\": \"soon\", \"form\": \"urgent\", \"due\": \"2025-06-01\" }],", "records[0].deadlines[0].due", "A deadline of this form has no due day. Take it out, or change the form.")]
    [InlineData("\"themes\": \"custody\",", "records[0].themes", "This is the text 'custody'. It must be a list.")]
    [InlineData("\"condition\": \"\",", "records[0].condition", "This is empty. Fill it in, or leave the property out where it may be.")]
    public void A_wrong_value_is_told_with_its_place(string field, string path, string message) => Assert.Equal(
        [$"register.json $.publications[0].{path}: {message}"],
        Text.Register(Small.Replace("\"title\": \"Custody\",", $"\"title\": \"Custody\", {field}", StringComparison.Ordinal)).Lines());

    [Fact]
    public void A_number_given_twice_is_told()
    {
        const string Record = """{ "number": "1", "kind": "recommendation", "title": "T", "summary": "S" }""";
        var json = $$"""{ "format": "lifecycle-register/1", "title": "T", "publications": [{ "id": "p", "title": "T", "kind": "peel", "publishedOn": "2025-01-01", "records": [{{Record}}, {{Record}}] }] }""";
        Assert.Equal(["register.json $.publications[0].records[1].number: The record '1' stands here a second time. Give each its own, or join the two."], Text.Register(json).Lines());
    }

    [Fact]
    public void Records_need_the_day_of_publication() => Assert.Equal(
        "$.publications[0].publishedOn",
        Text.Register(Small.Replace("\"publishedOn\": \"2025-05-14\", ", "", StringComparison.Ordinal)).Problems.Single().Place.Path);

    [Fact]
    public void Adequate_does_not_exist_on_the_four_point_scale()
    {
        const string Json = """
            { "format": "lifecycle-register/1", "title": "T", "publications": [{ "id": "p", "title": "T", "kind": "peel", "publishedOn": "2018-01-01",
              "judgments": [{ "body": "kent", "cycle": "2017", "scale": "four-point", "judgments": [{ "area": "Overall", "grade": "adequate" }] }] }] }
            """;
        Assert.Equal("$.publications[0].judgments[0].judgments[0].grade", Text.Register(Json).Problems.Single().Place.Path);
    }

    [Fact]
    public void A_publication_is_cut_by_day_since_its_diary_has_days_of_its_own()
    {
        const string Json = """
            { "format": "lifecycle-register/1", "title": "T", "publications": [{ "id": "p", "title": "T", "kind": "custody", "publishedOn": "2024-05-31",
              "corrections": [{ "field": "publishedOn", "printed": "2024-05-31", "value": "2023-05-31", "reason": "A slip." }],
              "diary": [
                { "event": "notified", "on": "2023-01-10", "bodies": ["kent"], "when": "in spring" },
                { "event": "reinspection-expected", "on": "2023-09-04", "body": "kent", "when": "2025" },
                { "event": "reinspection-held", "on": "2023-05-31", "body": "kent", "when": "May" } ] }] }
            """;
        var entries = Text.Register(Json).Document!.Publications;
        Assert.Equal(["2023-01-10", "2023-05-31", "2023-05-31", "2023-09-04"], entries.Select(entry => entry.On.ToString("yyyy-MM-dd", null)));
        Assert.NotNull(entries[1].Command.PublishedOn);
        Assert.Equal(DiaryEvent.ReinspectionHeld, entries[2].Command.Diary!.Single().Event);
    }

    [Fact]
    public void All_forces_stands_for_43_histories() =>
        Assert.Equal(43, Text.Register(Small.Replace("peel-kent-afi-1-kent", "peel-kent-afi-1-all-forces", StringComparison.Ordinal)).Document!.Lifecycles.Count);
}
