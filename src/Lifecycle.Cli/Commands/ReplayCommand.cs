using System.CommandLine;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Command = System.CommandLine.Command;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle replay: one record's life step by step, in the order in which things happened.</summary>
internal static class ReplayCommand
{
    public static Command Build(Verb verb)
    {
        var reference = new Argument<string>("reference") { Description = "Reference of the record." };
        var command = new Command("replay", "Replay one record step by step: what happened, who acted, what changed.") { reference };
        var point = new PointInTime(command);
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var asOf = point.Of(parsed, session);
            var wanted = parsed.GetValue(reference)!;
            if (await session.Get<Reads>().ReplayAsync(session.Caller, wanted, asOf, cancellation) is not { State: not null } replay)
                return await verb.NotFoundAsync(wanted);
            if (verb.WantsJson(parsed))
                return await verb.JsonAsync(replay.Steps.Select(Readable));
            Write(verb.Output, wanted, replay, asOf);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static object Readable(ReplayStep step) => new
    {
        step.Recorded.Version,
        Type = EventCodec.NameOf(step.Recorded.Event),
        step.Recorded.EffectiveOn,
        step.Recorded.RecordedAt,
        step.Recorded.EnteredLate,
        step.Recorded.Headers.Actor,
        step.Recorded.Headers.Role,
        step.StatusAfter,
        step.Changes,
    };

    private static void Write(TextWriter output, string reference, RecommendationReplay replay, AsOf asOf)
    {
        output.WriteLine($"{reference}, as at {asOf.AsAt:yyyy-MM-dd}, as known {(asOf.KnownAt is { } known ? $"at {known.UtcDateTime:yyyy-MM-dd HH:mm}Z" : "now")}");
        foreach (var (number, step) in replay.Steps.Index())
        {
            var e = step.Recorded;
            output.WriteLine();
            output.WriteLine($"{number + 1,3}. {e.EffectiveOn:yyyy-MM-dd}  {EventCodec.NameOf(e.Event).Replace('_', ' ')}  →  {step.StatusAfter.InWords()}");
            output.WriteLine($"     by {e.Headers.Actor} ({Permissions.Name(e.Headers.Role)}), recorded {e.RecordedAt.UtcDateTime:yyyy-MM-dd HH:mm}Z{(e.EnteredLate ? ", entered late" : "")}");
            foreach (var change in step.Changes)
                output.WriteLine(change.From is null ? $"     {change.Field}: {change.To}" : $"     {change.Field}: {change.From} → {change.To ?? "none"}");
        }
    }
}
