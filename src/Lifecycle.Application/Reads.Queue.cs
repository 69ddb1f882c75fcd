using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Application;

// What the pages of the sign-off ask.
public sealed partial class Reads
{
    /// <summary>What waits for this caller's decision; who decides nothing sees what waits in the records they watch.</summary>
    public Task<Page<QueueItem>> QueueAsync(Caller caller, AsOf asOf, Paging paging, CancellationToken cancellation) =>
        QueueAsync(caller, null, asOf, paging, cancellation);

    /// <summary>The same for one body; null is all.</summary>
    public Task<Page<QueueItem>> QueueAsync(Caller caller, string? body, AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        var authority = AuthorityOf(caller.Role);
        return SignOffQueue.ReadAsync(
            database, caller.Scope, rules, authority, authority is null ? null : caller.Actor, body, asOf, paging, cancellation);
    }

    /// <summary>The bodies whose records wait for this caller's decision.</summary>
    public Task<List<BodyWaiting>> QueueBodiesAsync(Caller caller, AsOf asOf, CancellationToken cancellation)
    {
        var authority = AuthorityOf(caller.Role);
        return SignOffQueue.BodiesAsync(database, caller.Scope, rules, authority, authority is null ? null : caller.Actor, asOf, cancellation);
    }

    private static SignOffAuthority? AuthorityOf(Role role) => role switch
    {
        Role.Chief => SignOffAuthority.ChiefConstable,
        Role.Hmi or Role.Fll => SignOffAuthority.Hmicfrs,
        _ => null,
    };
}
