using System.CommandLine;
using System.Text.Json;
using Lifecycle.Application;
using Lifecycle.ReadModels;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle history: every event of one record in the order of recording.</summary>
internal static class HistoryCommand
{
    public static Command Build(Verb verb)
    {
        var reference = new Argument<string>("reference") { Description = "Reference of the record." };
        var page = new Option<int>("--page") { Description = $"Which page of {Paging.MaxSize} events.", DefaultValueFactory = _ => 1 };
        page.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Paging.MaxNumber)
                result.AddError($"--page must be a number from 1 to {Paging.MaxNumber}.");
        });
        var command = new Command("history", "Show every event of one record, in the order of recording.") { reference, page };
        var point = new PointInTime(command);
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var wanted = parsed.GetValue(reference)!;
            var paging = new Paging(parsed.GetValue(page), Paging.MaxSize);
            if (await session.Get<Reads>().HistoryAsync(session.Caller, wanted, point.Of(parsed, session), paging, cancellation) is not { } history)
                return await verb.NotFoundAsync(wanted);
            if (verb.WantsJson(parsed))
                return await verb.JsonAsync(history.Items.Select(Readable));
            Write(verb.Output, history);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static object Readable(AuditEntry e) => new
    {
        e.Version,
        e.Position,
        e.Type,
        e.RecordedAt,
        e.EffectiveOn,
        e.EnteredLate,
        e.Actor,
        e.Role,
        e.Body,
        e.Rule,
        e.TranscribedBy,
        e.Source,
        Data = JsonElement.Parse(e.Data),
        e.StatusAfter,
    };

    private static void Write(TextWriter output, Page<AuditEntry> history)
    {
        var table = new Table("Version", "Happened", "Recorded (UTC)", "Late", "Event", "Actor", "Role", "Status after");
        foreach (var e in history.Items)
        {
            table.Add(
                e.Version, $"{e.EffectiveOn:yyyy-MM-dd}", $"{e.RecordedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}", e.EnteredLate ? "late" : "",
                e.Type.Replace('_', ' '), e.Actor, Words.Of(e.Role), e.StatusAfter is { } status ? Words.Of(status) : null);
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine(history.Items.Count == history.Total ? $"{history.Total} events." : $"{history.Items.Count} of {history.Total} events.");
    }
}
