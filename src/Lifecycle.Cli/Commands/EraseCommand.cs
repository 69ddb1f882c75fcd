using System.CommandLine;
using Lifecycle.Application;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;
using Command = System.CommandLine.Command;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle erase: personal data that somebody typed goes for good; the proof of history stays whole.</summary>
internal static class EraseCommand
{
    public static Command Build(Verb verb)
    {
        var reference = new Argument<string>("reference") { Description = "Reference of the record." };
        var version = new Option<long>("--version") { Description = "Version of the event that the text is in, as the history shows it.", Required = true };
        var fields = new Option<string[]>("--field") { Description = "Which text, as a JSON pointer, for example /summary. May be given several times.", Required = true };
        var basis = new Option<string>("--basis") { Description = "The law or policy that asks for it, for example \"UK GDPR article 17\".", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why. It is kept, so say it without the data that goes.", Required = true };
        var command = new Command("erase", "Erase a text for good, for example because it names a person. The event, its place and every proof stay.") { reference, version, fields, basis, reason };
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var wanted = parsed.GetValue(reference)!;
            var bar = new ProgressBar(verb.Errors, "Making what is shown anew");
            try
            {
                var erase = new EraseText(parsed.GetValue(version), parsed.GetValue(fields)!, parsed.GetValue(basis)!, parsed.GetValue(reason)!);
                var outcome = await session.Get<Erasure>().RunAsync(
                    session.Caller, wanted, erase, new Told<RebuildProgress>(at => bar.Show(at.Events, at.Of)), cancellation);
                bar.Clear();
                return outcome switch
                {
                    Outcome<Recommendation>.Done => await DoneAsync(verb, erase),
                    Outcome<Recommendation>.Refused refused => await verb.FailAsync(ExitCodes.Refused, refused.Refusal.Message),
                    Outcome<Recommendation>.Forbidden forbidden => await verb.FailAsync(ExitCodes.Refused, forbidden.Refusal.Message),
                    _ => await verb.NotFoundAsync(wanted),
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

    private static async Task<int> DoneAsync(Verb verb, EraseText erased)
    {
        await verb.Output.WriteLineAsync($"Erased from version {erased.OfVersion}: {string.Join(", ", erased.Fields)}.");
        await verb.Output.WriteLineAsync("Backups of the database and bundles that were handed out still have the text: deal with them too.");
        return ExitCodes.Ok;
    }
}
