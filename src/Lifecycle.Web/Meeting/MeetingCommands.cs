using System.Security.Cryptography;
using System.Text;
using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Web.Meeting;

/// <summary>A decision of a meeting as a command.</summary>
internal static class MeetingCommands
{
    /// <summary>Null when there is nothing to give.</summary>
    public static (string Verb, RecommendationCommand Command)? Of(MeetingDecision? decision) => decision switch
    {
        { Choice: MeetingChoice.SignOff } => ("sign-off", new SignOff(decision.Note, decision.Channel)),
        { Choice: MeetingChoice.Return } => ("return-closure", new ReturnClosure(decision.Missing ?? "")),
        _ => null,
    };

    /// <summary>What comes with it: the version that was looked at, and a key by which giving it twice stores once.</summary>
    public static Request Request(MeetingItem item, MeetingDecision decision) => new(
        ExpectedVersion: decision.Version, Retry: new RetryKey(item.Key, Print(item.Reference, decision)),
        CorrelationId: System.Diagnostics.Activity.Current?.TraceId.ToString());

    private static string Print(string reference, MeetingDecision decision) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', reference, decision.Choice, decision.Note, decision.Channel, decision.Missing))));
}
