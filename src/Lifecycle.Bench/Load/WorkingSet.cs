using System.Globalization;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Bench.Load;

/// <summary>A record that one client works on at a time, and the version that the client has seen.</summary>
internal sealed class WorkRecord(string publication, string number, string body)
{
    public string Reference { get; } = StreamIds.Reference(publication, number, body);

    public Guid Stream { get; } = StreamIds.Recommendation(publication, number, body);

    public string Body => body;

    /// <summary>The force's liaison officer, by the name that demo mode gives them.</summary>
    public Caller Officer { get; } = Caller.For($"demo.flo.{body}", Role.Flo, body);

    public long Version { get; set; } = 1;
}

/// <summary>A national report just published: 60 records for 43 forces, on which nobody has worked yet.</summary>
internal sealed class WorkingSet
{
    public const int Streams = Numbers * 43;
    private const int Numbers = 60;
    private static readonly DateOnly Published = new(2026, 1, 15);

    private WorkingSet(string publication) => (Publication, Records) = (publication,
    [
        .. from number in Enumerable.Range(1, Numbers)
           from force in Bodies.TerritorialForces
           select new WorkRecord(publication, Text(number), force.Id),
    ]);

    public string Publication { get; }

    /// <summary>The publication's own stream.</summary>
    public Guid Stream => StreamIds.Publication(Publication);

    public IReadOnlyList<WorkRecord> Records { get; }

    /// <summary>Of so many clients, each works on records of its own.</summary>
    public WorkRecord One(int client, int clients, Random random) => Records[random.Next(Records.Count / clients) * clients + client];

    public static async Task<WorkingSet> PublishAsync(Register register, CancellationToken cancellation)
    {
        var set = new WorkingSet($"bench-{Guid.NewGuid():n}");
        var hmi = Caller.For("demo.hmi", Role.Hmi, Bodies.Hmicfrs);
        var outcome = await register.Get<Transact>().PublishAsync(hmi, Paper(set.Publication), new Request(), cancellation);
        BenchFailedException.Unless(
            outcome is Outcome<Publication>.Done { Added: Streams + 2 }, $"Publishing {Streams} records was answered with {outcome}.");
        return set;
    }

    private static Publish Paper(string id) => new(
        id, "A national report on custody", "thematic", PublishedOn: Published, National: true, Addressed: [Addressees.AllForces], Source: "Measured",
        Records: [.. Enumerable.Range(1, Numbers).Select(number => new MadeRecord(
            Text(number), null, RecordKind.Recommendation, false, $"Custody records, part {number}", $"Forces should keep part {number} of their custody records complete.",
            [Addressees.AllForces], null, [], null, null, 2, [], [], [], null))]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
