using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>
/// Whether the record exists that somebody links to; the domain, which sees one record only, cannot know. Registers that are
/// brought in are not asked: they name records of papers that nobody entered, and records that come later in the same file.
/// </summary>
internal static class LinkedRecord
{
    /// <summary>Null unless the command has just made a link to nothing. Any body's record will do: a reference tells no more than its report does.</summary>
    public static async Task<Refusal?> MissingAsync(Database database, RecommendationCommand command, WorkStream stream, CancellationToken cancellation) =>
        command is LinkRecord link && stream.Happened.Count > 0
            && await RecommendationStatus.FindAsync(database, ReadScope.All, link.Target, cancellation) is null
            ? new Refusal("linked_record_unknown", $"There is no record {link.Target} in the register. Copy the reference from the other record's page, or have its report entered first.")
            : null;
}
