using System.Text;
using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Xunit;

namespace Lifecycle.Application.Tests.Import;

/// <summary>A force's spreadsheet becomes a register; what is wrong with it is told by row and column.</summary>
public sealed class CsvRegisterTests
{
    private static readonly string Tracker = Text.Example("force-tracker.csv");
    private static readonly string Mapping = Text.Example("force-tracker.mapping.json");

    [Fact]
    public void The_example_reads_and_passes_the_rules_of_the_domain()
    {
        var reading = Text.Csv(Tracker, Mapping);
        Assert.Empty(reading.Lines());
        var applied = Applied.Of([reading.Document!]);
        Assert.Empty(applied.Refusals);
        Assert.Empty(applied.Idle);
        Assert.Equal(
            ["peel-2025-example-afi-1-warwickshire", "peel-2025-example-afi-2-warwickshire", "peel-2025-example-afi-3-warwickshire", "peel-2025-example-coc-1-warwickshire"],
            applied.Records.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_force_says_is_a_claim_and_closes_nothing()
    {
        var applied = Applied.Of([Text.Csv(Tracker, Mapping).Document!]);
        Recommendation Standing(string number) => applied.AsAt($"peel-2025-example-{number}-warwickshire", new DateOnly(2025, 9, 1))!;

        Assert.Equal((Status.InProgress, true, 3), (Standing("afi-2").Status, Standing("afi-2").Reports.Single().ClaimsImplemented, Standing("afi-2").Level));
        Assert.Equal((Status.InProgress, Rag.Amber, new DateOnly(2026, 4, 30)), (Standing("afi-1").Status, Standing("afi-1").Rag!.Rag, Standing("afi-1").DueOn!.Value));
        Assert.Equal(Status.NotRelevant, Standing("afi-3").Status);
        Assert.Equal((null, null, DeadlineForm.AsSoonAsPossible), (Standing("coc-1").Level, Standing("coc-1").DueOn, Standing("coc-1").Deadlines.Single().Form));
    }

    [Fact]
    public void Each_part_knows_its_row()
    {
        var document = Text.Csv(Tracker, Mapping).Document!;
        Assert.Equal([2, 3, 4, 5], document.Lifecycles.Select(entry => entry.Place.Row!.Value));
        Assert.Equal("Tracker of the force liaison office, 1 September 2025, row 3", document.Publications.Single().Command.Records![1].Source);
    }

    [Theory]
    [InlineData("AFI 1,AFI", "AFI 1,Afi one", 2, "Type", "'Afi one' does not fit here. Use one of recommendation, area-for-improvement, cause-of-concern, area-for-priority-action, encouragement.")]
    [InlineData("a day of the report.,2", "a day of the report.,two", 2, "Level", "'two' is not a level. Use 1 to 4, or say under values.level what it stands for; leave the cell empty where the level is not known.")]
    [InlineData("a day of the report.,2", "a day of the report.,7", 2, "Level", "7 is out of range. Use 1 to 4.")]
    [InlineData("30/04/2026", "2026-04-30", 2, "Due", "'2026-04-30' is not a day written as dd/MM/yyyy, for example 04/09/2023. Correct it, add its form to dateFormats, or say under values.deadline that it stands for as-soon-as-possible, urgent, set-nationally.")]
    [InlineData("Night cover is thin", "", 2, "RAG", "A traffic light needs its reason. Map a column to 'ragReason', or enter the reason.")]
    [InlineData("Crime recording", "", 2, "Subject", "This cell is empty. Every record needs it.")]
    [InlineData("thin,Working", "thin,Closed", 2, "Where we are", "'Closed' is not a status that a force can give. Say under values.status whether it stands for open, in-progress, implemented or not-relevant.")]
    [InlineData("AFI 2", "afi-1", 3, "Ref", "The record 'afi-1' stands here a second time. Give each its own, or join the two.")]
    public void A_wrong_cell_is_told_by_row_and_column(string cell, string wrong, int row, string column, string message) => Assert.Equal(
        [new ImportProblem(new Place("tracker.csv", Row: row, Column: column), message)],
        Text.Csv(Tracker.Replace(cell, wrong, StringComparison.Ordinal), Mapping).Problems);

    [Fact]
    public void Every_problem_is_told_at_once() => Assert.Equal(
        [(2, "Level"), (2, "Due"), (3, "Ref")],
        Text.Csv(Tracker.Replace("report.,2,30/04/2026", "report.,two,soon", StringComparison.Ordinal).Replace("AFI 2", "", StringComparison.Ordinal), Mapping)
            .Problems.Select(problem => (problem.Place.Row!.Value, problem.Place.Column!)));

    [Fact]
    public void Columns_that_nobody_mapped_are_listed() => Assert.Equal(
        ["tracker.csv, row 1: These columns are not in the mapping: 'Levell', 'Remark'. Map them under columns, or list them under ignore.", "tracker.csv, row 1: There is no column 'Level', which the mapping names. Did you mean 'Levell'? Correct the heading or the mapping."],
        Text.Csv(Tracker.Replace("Level", "Levell", StringComparison.Ordinal).Replace("Internal remark", "Remark", StringComparison.Ordinal), Mapping).Lines());

    [Fact]
    public void A_row_of_another_width_is_told() => Assert.Contains(
        "tracker.csv, row 3: This row has 15 cells and the headings have 13. Put a cell that holds a delimiter in quotation marks.",
        Text.Csv(Tracker.Replace("\"", "", StringComparison.Ordinal), Mapping).Lines());

    [Fact]
    public void An_older_encoding_is_told() => Assert.Contains(
        "UTF-8",
        CsvRegister.Read(new MemoryStream(Encoding.Latin1.GetBytes("Ref,Café")), "tracker.csv", Text.File(Mapping), "tracker.mapping.json").Problems.Single().Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Ref\": \"number\"", "\"Ref\": \"nummer\"", "$.columns.Ref")]
    [InlineData("\"Ref\": \"number\"", "\"Ref\": \"title\"", "$.columns")]
    [InlineData("\"body\": \"warwickshire\",\n  \"by\"", "\"body\": \"warwick\",\n  \"by\"", "$.body")]
    [InlineData("\"kind\": \"peel\"", "\"kind\": \"peel\", \"levl\": 1", "$.publication.levl")]
    [InlineData("\"kind\": \"peel\"", "\"kind\": \"peel\", \"records\": [{ \"number\": \"1\", \"kind\": \"recommendation\", \"title\": \"T\", \"summary\": \"S\" }]", "$.publication.records")]
    public void A_wrong_mapping_is_told_by_its_path(string part, string wrong, string path) => Assert.Contains(
        new Place("tracker.mapping.json", path),
        Text.Csv(Tracker, Mapping.Replace(part, wrong, StringComparison.Ordinal)).Problems.Select(problem => problem.Place));

    [Fact]
    public void A_constant_holds_for_every_row()
    {
        var mapping = Mapping.Replace("\"Type\": \"kind\",", "", StringComparison.Ordinal).Replace("\"ignore\": [", "\"constants\": { \"kind\": \"recommendation\" }, \"ignore\": [\"Type\", ", StringComparison.Ordinal);
        Assert.All(Text.Csv(Tracker, mapping).Document!.Publications.Single().Command.Records!, record => Assert.Equal(RecordKind.Recommendation, record.Kind));
    }

    [Fact]
    public void Bad_input_never_throws()
    {
        var random = new Random(17);
        for (var i = 0; i < 1_000; i++)
        {
            var bad = Tracker.ToCharArray();
            for (var change = 0; change <= i % 8; change++) bad[random.Next(bad.Length)] = Tracker[random.Next(Tracker.Length)];
            var reading = Text.Csv(new string(bad, 0, random.Next(bad.Length + 1)), Mapping);
            Assert.True(reading.Document is null != (reading.Problems.Count == 0));
        }
    }
}
