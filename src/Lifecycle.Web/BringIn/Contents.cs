using Lifecycle.Application.Import;
using Lifecycle.Domain.Publications;

namespace Lifecycle.Web.BringIn;

/// <summary>What files hold, in short: how much of each, and the first of them.</summary>
/// <param name="Publications">The first of the publications.</param>
/// <param name="Records">The first of the records.</param>
/// <param name="Lives">Records with something that happened to them.</param>
/// <param name="Positions">Declared positions.</param>
public sealed record Contents(
    IReadOnlyList<Publish> Publications, int PublicationCount, IReadOnlyList<MadeRecord> Records, int RecordCount, int Lives, int Positions)
{
    private const int First = 10;

    public static Contents Of(IReadOnlyList<RegisterDocument> documents)
    {
        // One item of a file can be several entries, when its diary has days of its own.
        var publications = documents.SelectMany(document => document.Publications).Select(entry => entry.Command)
            .GroupBy(command => command.Id).Select(parts => parts.FirstOrDefault(part => part.PublishedOn is not null) ?? parts.First()).ToList();
        var records = publications.SelectMany(publication => publication.Records ?? []).ToList();
        return new(
            [.. publications.Take(First)], publications.Count, [.. records.Take(First)], records.Count,
            documents.Sum(document => document.Lifecycles.Count), documents.Sum(document => document.DeclaredPositions.Count));
    }
}
