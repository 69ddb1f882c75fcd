using System.Text.Json.Serialization;
using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.ReadModels;

namespace Lifecycle.Api.Positions;

/// <summary>Where a count comes from.</summary>
[JsonConverter(typeof(WordConverter<Basis>))]
public enum Basis
{
    /// <summary>Neither held nor declared, which is not nought.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
    /// <summary>Counted one by one.</summary>
    [JsonStringEnumMemberName("computed")] Computed,
    /// <summary>As a paper prints it for that day.</summary>
    [JsonStringEnumMemberName("declared")] Declared,
}

/// <summary>The open records of a day.</summary>
/// <param name="Groups">Counted one by one, split as asked.</param>
/// <param name="Totals">For each body and kind, what was counted beside what was declared for that very day.</param>
/// <param name="Unitemised">Records that publications say they make and the register does not hold; nobody knows whether they are open, so they are in no total.</param>
public sealed record PositionView(
    DateOnly AsAt, DateTimeOffset? KnownAt, IReadOnlyList<GroupView> Groups, IReadOnlyList<TotalView> Totals, IReadOnlyList<UnitemisedView> Unitemised)
{
    internal static PositionView Of(Position of, AsOf asOf) => new(
        asOf.AsAt, asOf.KnownAt, [.. of.Groups.Select(GroupView.Of)], [.. of.Totals.Select(TotalView.Of)], [.. of.Apart.Select(UnitemisedView.Of)]);
}

/// <summary>Open records with the same values of what the position is split by. When split by level, a null level is unknown.</summary>
public sealed record GroupView(string? Body, RecordKind? Kind, int? Level, Status? Status, string? Publication, long Open)
{
    internal static GroupView Of(PositionGroup of) => new(of.Body, of.Kind, of.Level, of.Status, of.Publication, of.Open);
}

/// <summary>How many records of a kind were open with a body.</summary>
/// <param name="Open">The declared total where there is one, otherwise what was counted; null is unknown.</param>
/// <param name="Itemised">Counted one by one; null when the register never held any.</param>
/// <param name="Declared">The total that a paper prints for the day. Itemised records count towards it.</param>
/// <param name="NotItemised">Declared but not held one by one.</param>
/// <param name="ItemisedExceedDeclared">More are held than were declared: one of the two is wrong.</param>
public sealed record TotalView(
    string Body, RecordKind Kind, decimal? Open, Basis Basis, long? Itemised, decimal? Declared, decimal? NotItemised,
    bool ItemisedExceedDeclared, string? Source)
{
    internal static TotalView Of(PositionTotal of) => new(
        of.Body, of.Kind, of.Value, Enum.Parse<Basis>(of.Basis.ToString()), of.Itemised, of.Declared, of.NotItemised, of.ItemisedExceedDeclared, of.Source);
}

/// <summary>What a publication declares without its records.</summary>
public sealed record UnitemisedView(string Publication, string Subject, RecordKind Kind, int Declared, long Held, string? Source)
{
    internal static UnitemisedView Of(DeclaredApart of) => new(of.Publication, of.Subject, of.Kind, of.Declared, of.Held, of.Source);
}

/// <summary>One body's open records beside those of others.</summary>
/// <param name="Averages">Over the values that are known, at full precision.</param>
/// <param name="DeclaredAverages">Averages as papers print them for the same day.</param>
public sealed record ComparisonView(
    string Body, DateOnly AsAt, DateTimeOffset? KnownAt, IReadOnlyList<ComparedForceView> Forces, IReadOnlyList<AverageView> Averages,
    IReadOnlyList<DeclaredAverageView> DeclaredAverages)
{
    internal static ComparisonView Of(string body, Comparison.Compared of, AsOf asOf) => new(
        body, asOf.AsAt, asOf.KnownAt,
        [.. of.Forces.Select(force => new ComparedForceView(force.Body, [.. force.Counts.Select(TotalView.Of)]))],
        [.. of.Averages.Select(average => new AverageView(average.Kind, average.Value, average.Known, average.Of))],
        [.. of.Declared.Select(e => new DeclaredAverageView(e.Position, e.Subject, e.Kind, e.Value, e.Source, e.Note))]);
}

/// <summary>One force of a comparison.</summary>
public sealed record ComparedForceView(string Body, IReadOnlyList<TotalView> Counts);

/// <summary>The average of one kind, over the <paramref name="Known"/> known values of <paramref name="Of"/> forces.</summary>
public sealed record AverageView(RecordKind Kind, decimal? Value, int Known, int Of);

/// <summary>An average as a paper prints it.</summary>
public sealed record DeclaredAverageView(string Position, SubjectKind Subject, RecordKind Kind, decimal Value, string Source, string? Note);
