using Lifecycle.Domain;

namespace Lifecycle.ReadModels;

/// <summary>How long ago an open record was raised. A band begins with the age that it names.</summary>
public enum AgeBand
{
    /// <summary>24 months or more.</summary>
    TwoYears,
    /// <summary>12 months, and less than 24.</summary>
    OneYear,
    /// <summary>6 months, and less than 12.</summary>
    SixMonths,
    /// <summary>3 months, and less than 6.</summary>
    ThreeMonths,
    /// <summary>Less than 3 months.</summary>
    New,
}

/// <summary>Open records of a kind in an age band.</summary>
public sealed record AgeGroup(RecordKind Kind, AgeBand Band, long Open);

/// <summary>Which band a record belongs to on a day. One raised on the day on which a band begins is as old as that.</summary>
internal sealed class AgeBands(DateOnly asAt)
{
    private static readonly int[] Months = [24, 12, 6, 3];

    /// <summary>The days on which bands begin, the oldest first.</summary>
    public DateOnly[] Bounds { get; } = [.. Months.Select(months => asAt.AddMonths(-months))];

    public AgeBand Of(DateOnly raised) => (AgeBand)Bounds.AsSpan().IndexOfAnyInRange(raised, DateOnly.MaxValue) is var band and >= 0 ? band : AgeBand.New;
}
