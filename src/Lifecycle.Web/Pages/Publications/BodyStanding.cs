using Lifecycle.Domain;
using Lifecycle.ReadModels;

namespace Lifecycle.Web.Pages.Publications;

/// <summary>What became of one publication with one body: its records counted.</summary>
public sealed record BodyStanding(string Body, IReadOnlyList<PublicationGroup> Groups)
{
    public long Held => Groups.Sum(group => group.Records);

    public long Relevant => Held - With(Status.NotRelevant);

    public long Claimed => Groups.Sum(group => group.Claimed);

    public long Awaiting => With(Status.ClosureRecommended);

    public long SignedOff => With(Status.SignedOff);

    public static IReadOnlyList<BodyStanding> Of(IEnumerable<PublicationGroup> groups) =>
        [.. groups.GroupBy(group => group.Body).Select(group => new BodyStanding(group.Key, [.. group])).OrderBy(one => one.Body, StringComparer.Ordinal)];

    public long With(Status status) => Groups.Where(group => group.Status == status).Sum(group => group.Records);

    public long OfKind(RecordKind kind) => Groups.Where(group => group.Kind == kind).Sum(group => group.Records);
}
