using Lifecycle.Domain;

namespace Lifecycle.Application.Generation;

/// <summary>
/// The inspection programme of twenty years: publications of all kinds until there are records enough, at the end about twice as
/// many a year as at the beginning.
/// </summary>
internal sealed class Programme(int seed, int events, DeskDays desk)
{
    /// <summary>What a record's life comes to on average, with its share of publications and papers.</summary>
    private const double EventsForARecord = 18;

    /// <summary>A publication is never more than this part of a register, so that a small one has several.</summary>
    private const int LeastPublications = 8;

    private readonly Chance _chance = Chance.Of(seed, StreamIds.Publication("programme"));

    public IEnumerable<Deed> Deeds(Timeline register)
    {
        var records = (int)(events / EventsForARecord);
        var largest = Math.Max(4, records / LeastPublications);
        var days = DeskDays.Last.DayNumber - DeskDays.First.DayNumber;
        for (var (made, number) = (0, 1); made < records; number++)
        {
            var day = desk.From(DeskDays.First.AddDays((int)(days * ShareOfTime((double)made / records))));
            yield return Deed.Wait(day);
            var inspection = Inspection.Draw(_chance, largest);
            made += inspection.Records * inspection.Bodies.Count;
            var released = _chance.In(inspection.IsNational ? 10 : 50) ? desk.From(day.AddDays(_chance.Between(60, 180))) : day;
            register.Publish(new PublicationLife(_chance, desk).Of(inspection.Report(_chance, number, released), day));
        }
    }

    // When that share of the records is out, if the rate doubles from beginning to end: the inverse of (2t + t²) / 3.
    private static double ShareOfTime(double records) => Math.Sqrt(1 + (3 * records)) - 1;
}
