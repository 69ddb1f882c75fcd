using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

/// <summary>
/// Whether the record exists that somebody links to, or names as the successor; the domain, which sees one record only, cannot know. Registers that are
/// brought in are not asked: they name records of papers that nobody entered, and records that come later in the same file.
/// </summary>
internal static class LinkedRecord
{
    /// <summary>Null unless the command has just named a record that is not there. Any body's record will do: a reference tells no more than its report does.</summary>
    public static async Task<Refusal?> MissingAsync(Database database, RecommendationCommand command, WorkStream stream, CancellationToken cancellation) =>
        Named(command) is { } named && stream.Happened.Count > 0
            && await RecommendationStatus.FindAsync(database, ReadScope.All, named, cancellation) is null
            ? new Refusal("linked_record_unknown", $"There is no record {named} in the register. Copy the reference from the other record's page, or have its report entered first.")
            : null;

    private static string? Named(RecommendationCommand command) => command switch
    {
        LinkRecord link => link.Target,
        Supersede supersede => supersede.Successor,
        _ => null,
    };
}
