using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Web.Acting;

/// <summary>How pages give a command.</summary>
internal static class Giving
{
    /// <param name="rehearse">Asks how it would end, and stores nothing.</param>
    public static async Task<Outcome<Recommendation>> GiveAsync(
        this Transact transact, Caller caller, string reference, string verb, RecommendationCommand command, Request request, bool rehearse,
        CancellationToken cancellation)
    {
        if (rehearse) return await transact.RehearseAsync(caller, reference, verb, command, request, cancellation);
        try
        {
            return await transact.RunAsync(caller, reference, verb, command, request, cancellation);
        }
        catch (Exception e) when (Trouble.Of(e)?.Kind == TroubleKind.LostRace)
        {
            // Asked again, it is known whether the winner was this same press or somebody else.
            return await transact.RunAsync(caller, reference, verb, command, request, cancellation);
        }
    }
}
