using System.CommandLine;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Command = System.CommandLine.Command;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle erase: personal data that somebody typed goes for good; the proof of history stays whole.</summary>
internal static class EraseCommand
{
    private const int Shown = 20;

    public static Command Build(Verb verb)
    {
        var reference = new Argument<string>("reference") { Description = "Reference of the record, or id of the publication or declared position." };
        var version = new Option<long>("--version") { Description = "Version of the event that the text is in, as the history shows it.", Required = true };
        var fields = new Option<string[]>("--field") { Description = "Which text, as a JSON pointer, for example /summary. May be given several times.", Required = true };
        var basis = new Option<string>("--basis") { Description = "The law or policy that asks for it, for example \"UK GDPR article 17\".", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why. It is kept, so say it without the data that goes.", Required = true };
        var everywhere = new Option<bool>("--everywhere") { Description = "Also erase the same text wherever else an event has it: the summary of a record, for example, in its publication and at every body." };
        var command = new Command("erase", "Erase a text for good, for example because it names a person. The event, its place and every proof stay.") { reference, version, fields, basis, reason, everywhere };
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var wanted = parsed.GetValue(reference)!;
            var bar = new ProgressBar(verb.Errors, "Making what is shown anew");
            try
            {
                var erase = new EraseText(parsed.GetValue(version), parsed.GetValue(fields)!, parsed.GetValue(basis)!, parsed.GetValue(reason)!);
                var outcome = await session.Get<Erasure>().RunAsync(
                    session.Caller, wanted, erase, parsed.GetValue(everywhere), new Told<RebuildProgress>(at => bar.Show(at.Events, at.Of)), cancellation);
                bar.Clear();
                return outcome switch
                {
                    Outcome<ErasureResult>.Done done => await DoneAsync(verb, done.State),
                    Outcome<ErasureResult>.Refused refused => await verb.FailAsync(ExitCodes.Refused, refused.Refusal.Message),
                    Outcome<ErasureResult>.Forbidden forbidden => await verb.FailAsync(ExitCodes.Refused, forbidden.Refusal.Message),
                    Outcome<ErasureResult>.Stale => await verb.FailAsync(ExitCodes.Refused, "Somebody acted on one of these records at the same moment. Nothing is erased: give the same command again."),
                    _ => await verb.FailAsync(ExitCodes.NotFound, $"There is no record, publication or declared position {wanted}. Check the reference."),
                };
            }
            catch (RebuildRunningException)
            {
                bar.Clear();
                return await verb.FailAsync(ExitCodes.Refused, "The text is erased from the history, but a rebuild is running. Wait until it has finished, then give the same command again.");
            }
        });
        return command;
    }

    private static async Task<int> DoneAsync(Verb verb, ErasureResult result)
    {
        foreach (var erased in result.Erased) await verb.Output.WriteLineAsync($"Erased from {Place(erased)}.");
        if (result.Left.Count > 0)
        {
            await verb.Output.WriteLineAsync($"The same words still stand in these events. Erase them there too; {(result.AndMore ? "there are too many for --everywhere" : "next time, --everywhere does it at once")}:");
            foreach (var left in result.Left.Take(Shown)) await verb.Output.WriteLineAsync($"  {Place(left)}");
            if (result.Left.Count > Shown) await verb.Output.WriteLineAsync($"  and {result.Left.Count - Shown} more");
            if (result.AndMore) await verb.Output.WriteLineAsync("  and in more records and reports than were looked at");
        }

        await verb.Output.WriteLineAsync("Backups of the database and bundles that were handed out still have the text: deal with them too.");
        return ExitCodes.Ok;
    }

    private static string Place(ErasedTexts texts) => $"{texts.Subject}, version {texts.Version} ({texts.Event}): {string.Join(", ", texts.Fields)}";
}
