using System.CommandLine;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Command = System.CommandLine.Command;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle status: where one record stands.</summary>
internal static class StatusCommand
{
    public static Command Build(Verb verb)
    {
        var reference = new Argument<string>("reference") { Description = "Reference of the record." };
        var command = new Command("status", "Show where one record stands.") { reference };
        var point = new PointInTime(command);
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var asOf = point.Of(parsed, session);
            var wanted = parsed.GetValue(reference)!;
            if (await session.Get<Reads>().RecordAsync(session.Caller, wanted, asOf, cancellation) is not { } state)
                return await verb.NotFoundAsync(wanted);
            if (verb.WantsJson(parsed))
                return await verb.JsonAsync(RegisterRow.Of(state));
            Write(verb.Output, state, asOf);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(TextWriter output, Recommendation state, AsOf asOf)
    {
        output.WriteLine($"{state.Title}");
        output.WriteLine($"{state.Reference}, version {state.Version}");
        output.WriteLine();
        foreach (var (name, value) in Facts(state, asOf))
            output.WriteLine($"  {name,-12}{value}");
    }

    private static IEnumerable<(string Name, string Value)> Facts(Recommendation state, AsOf asOf)
    {
        yield return ("Status", $"{state.Status.InWords()} since {state.StatusSince:yyyy-MM-dd}{(state.IsOverdue(asOf.AsAt) ? ", overdue" : "")}");
        yield return ("Asked", state.Summary);
        yield return ("Body", Bodies.Find(state.Body)?.Name ?? state.Body);
        yield return ("Level", state.Level?.ToString(null, null) ?? "unknown");
        yield return ("Raised", $"{state.RaisedOn:yyyy-MM-dd}");
        yield return ("Due", state.DueOn is { } due ? $"{due:yyyy-MM-dd}" : "no day set");
        yield return ("Owner", state.Owner ?? "nobody yet");
        yield return ("Steps", $"{state.Steps.Count(step => step.Met)} of {state.Steps.Count} met");
        yield return ("Evidence", $"{state.StandingEvidence.Count()}");
        yield return ("As at", $"{asOf.AsAt:yyyy-MM-dd}{(asOf.KnownAt is { } known ? $", as known at {known:yyyy-MM-dd HH:mm}Z" : "")}");
    }
}
