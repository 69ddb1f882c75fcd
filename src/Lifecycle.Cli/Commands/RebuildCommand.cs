using System.CommandLine;
using Lifecycle.Application;
using Lifecycle.ReadModels;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle rebuild: read models anew from the events alone, while the service keeps serving.</summary>
internal static class RebuildCommand
{
    public static Command Build(Verb verb)
    {
        var names = new Argument<string[]>("name") { Description = $"Which: {string.Join(", ", AllReadModels.Names)}. All when left out.", Arity = ArgumentArity.ZeroOrMore };
        names.Validators.Add(result =>
        {
            if (result.Tokens.Select(token => token.Value).Except(AllReadModels.Names).FirstOrDefault() is { } unknown)
                result.AddError($"There is no read model '{unknown}'. There are: {string.Join(", ", AllReadModels.Names)}.");
        });
        var command = new Command("rebuild", "Make read models anew from the events alone, while the service keeps serving.") { names };
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var wanted = parsed.GetValue(names) ?? [];
            var events = 0L;
            var bar = new ProgressBar(verb.Errors, "Rebuilding");
            try
            {
                await session.Get<Setup>().RebuildAsync(wanted, new Told<RebuildProgress>(progress => bar.Show(events = progress.Events, progress.Of)), cancellation);
            }
            catch (RebuildRunningException e)
            {
                return await verb.FailAsync(ExitCodes.Refused, e.Message);
            }
            finally
            {
                bar.Clear();
            }

            await verb.Output.WriteLineAsync($"Rebuilt {(wanted.Length == 0 ? "all read models" : string.Join(", ", wanted))} from {events:N0} events.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
