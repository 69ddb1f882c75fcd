using Lifecycle.Domain;
using Lifecycle.Domain.Publications;
using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;
using Npgsql;

namespace Lifecycle.ReadModels;

/// <summary>One body's grade in one area, as one publication gives it.</summary>
/// <param name="Cycle">Which assessment.</param>
/// <param name="Scale">Grades of different scales are not comparable.</param>
/// <param name="Grade">As corrected; null where the area was looked at but not graded.</param>
/// <param name="Printed">As printed.</param>
public sealed record GradeCell(
    string Publication, string Body, string Cycle, string Area, JudgmentScale Scale, JudgmentGrade? Grade, JudgmentGrade? Printed,
    GradeProvenance Provenance, string? Note)
{
    internal static GradeCell Of(Publication state, JudgmentsGraded graded, AreaJudgment judgment) => new(
        state.Released!.Publication, graded.Body, graded.Cycle, judgment.Area, graded.Scale,
        Standing(state.CorrectionOf(Domain.Publications.Publication.GradeField(graded.Body, graded.Cycle, judgment.Area)), judgment),
        judgment.Grade, judgment.Provenance, judgment.Note);

    private static JudgmentGrade? Standing(Corrected? corrected, AreaJudgment judgment) =>
        corrected is null ? judgment.Grade : corrected.Value is { } word ? Words.Parse<JudgmentGrade>(word) : null;
}

/// <summary>One assessment on one scale.</summary>
/// <param name="Bodies">How many bodies it judged.</param>
public sealed record GradeCycle(string Cycle, JudgmentScale Scale, long Bodies);

/// <summary>The graded judgments of all bodies, on both time axes.</summary>
public static class GradeGrid
{
    internal static IReadModel Model { get; } = new BitemporalTable<GradeCell>(
        "grade_grid", shape: 1,
        Cut.Many(
            history => history.Paper, picture => picture.Grades, cell => (cell.Body, cell.Cycle, cell.Area),
            picture => picture.Facts?.PublishedOn),
        [
            Column.Text("publication", (GradeCell cell) => cell.Publication),
            Column.Key("body", (GradeCell cell) => cell.Body),
            Column.Key("cycle", (GradeCell cell) => cell.Cycle),
            Column.Key("area", (GradeCell cell) => cell.Area),
            Column.Word("scale", (GradeCell cell) => (JudgmentScale?)cell.Scale),
            Column.Word("grade", (GradeCell cell) => cell.Grade),
            Column.Word("printed", (GradeCell cell) => cell.Printed),
            Column.Word("provenance", (GradeCell cell) => (GradeProvenance?)cell.Provenance),
            Column.Text("note", (GradeCell cell) => cell.Note),
        ]);

    private static readonly string ReadSql = SqlText.Of("grade_grid_read");
    private static readonly string CyclesSql = SqlText.Of("grade_grid_cycles");

    /// <summary>Grades by body, assessment and area. What is not there was not judged: nothing is filled in.</summary>
    /// <param name="bodies">Only these; null is all.</param>
    /// <param name="cycle">Only this assessment.</param>
    /// <param name="publication">Only what this publication says.</param>
    public static Task<List<GradeCell>> ReadAsync(
        Database database, ReadScope scope, IReadOnlyList<string>? bodies, string? cycle, string? publication, AsOf asOf,
        CancellationToken cancellation)
    {
        var where = new Conditions()
            .And("g.body = any(@bodies)", "bodies", bodies?.ToArray())
            .And("g.cycle = @cycle", "cycle", cycle)
            .And("g.publication = @publication", "publication", publication)
            .And(AsOf.Holds("g"));
        return database.AskAsync(
            scope, ReadSql.Replace("{where}", where.ToString(), StringComparison.Ordinal),
            p =>
            {
                asOf.AddTo(p);
                where.AddTo(p);
            },
            (reader, ct) => reader.AllAsync(Read, ct), cancellation);
    }

    /// <summary>Which assessments there are, the latest first.</summary>
    public static Task<List<GradeCycle>> CyclesAsync(Database database, ReadScope scope, AsOf asOf, CancellationToken cancellation) =>
        database.AskAsync(
            scope, CyclesSql, asOf.AddTo,
            (reader, ct) => reader.AllAsync(row => new GradeCycle(row.GetString(0), row.Word<JudgmentScale>(1), row.GetInt64(2)), ct), cancellation);

    private static GradeCell Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Word<JudgmentScale>(4),
        row.WordOrNull<JudgmentGrade>(5), row.WordOrNull<JudgmentGrade>(6), row.Word<GradeProvenance>(7), row.TextOrNull(8));
}
