namespace Lifecycle.Domain.Publications;

/// <summary>The records that a publication makes. A number that is known adds nothing, and never changes.</summary>
public sealed record MakeRecords(string Publication, IReadOnlyList<MadeRecord> Records) : PublicationCommand
{
    /// <summary>Records in one command; the largest report in the papers makes a fraction of it.</summary>
    private const int MostRecords = 1_000;

    public static Decision Decide(MakeRecords c, Publication? state) =>
        Check.First(
            Check.When(state?.Released is null, "not_released", "Release the publication before you enter its records."),
            Check.When(c.Records.Count > MostRecords, "too_many", $"Enter up to {MostRecords:N0} records at a time."),
            c.Records.Select(Malformed).FirstOrDefault(refusal => refusal is not null))
        ?? Check.First(Repeated(c.Records), Orphan(c.Records, state!), Changed(c.Records, state!))
        ?? New(c.Records, state!);

    private static Decision New(IReadOnlyList<MadeRecord> records, Publication state)
    {
        var added = records.Where(record => Known(record.Number, state) is null).ToList();
        return Check.Stands(added.Count == 0) ?? Decision.Accept(new RecordsMade(added));
    }

    private static MadeRecord? Known(string number, Publication state) => state.Records.FirstOrDefault(record => record.Number == number);

    private static Refusal? Malformed(MadeRecord? record) => record is null
        ? new Refusal("text_required", "Remove the empty record.")
        : Check.Slug("record's number", record.Number)
          ?? Check.Required($"title of {record.Number}", record.Title, Check.Short)
          ?? Check.Required($"summary of {record.Number}", record.Summary, Check.Long)
          ?? Check.Optional($"number as printed of {record.Number}", record.NumberAsPrinted, Check.Short)
          ?? Check.Optional($"addressees as printed of {record.Number}", record.AddresseesAsPrinted, Check.Long)
          ?? Check.Optional($"condition of {record.Number}", record.Condition, Check.Long)
          ?? Check.Optional($"source of {record.Number}", record.Source, Check.Short)
          ?? Check.Each($"partners, themes and areas of {record.Number}", [.. record.Partners, .. record.Themes, .. record.Areas])
          ?? Check.When(record.Level is < 1 or > 4, "level_unknown", $"The level of {record.Number} must be 1 to 4, or none when it is not known.")
          ?? Addressees.Unknown(record.Addressees)
          ?? DeadlineStages.Check(record.Deadlines);

    private static Refusal? Repeated(IReadOnlyList<MadeRecord> records) => Check.When(
        records.DistinctBy(record => record.Number).Count() < records.Count, "number_repeated", "Give each record a number of its own.");

    private static Refusal? Orphan(IReadOnlyList<MadeRecord> records, Publication state)
    {
        var causes = records.Concat(state.Records).Where(r => r.Kind == RecordKind.CauseOfConcern).Select(r => r.Number).ToHashSet();
        var orphan = records.FirstOrDefault(record => record.Parent is not null && (record.Parent == record.Number || !causes.Contains(record.Parent)));
        return orphan is null ? null : new("parent_unknown",
            $"{orphan.Number} is said to answer '{orphan.Parent}', which is not a cause of concern of this publication.");
    }

    private static Refusal? Changed(IReadOnlyList<MadeRecord> records, Publication state)
    {
        var changed = records.FirstOrDefault(record => Known(record.Number, state) is { } known
            && !EventCodec.Same(new RecordsMade([known]), new RecordsMade([record])));
        return changed is null ? null : new("record_differs",
            $"Record {changed.Number} was made with other content. What was printed stays: correct the records raised from it.");
    }
}
