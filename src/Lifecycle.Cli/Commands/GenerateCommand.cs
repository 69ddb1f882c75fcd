using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lifecycle.Application;
using Lifecycle.Application.Generation;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle generate: a national register of any size, for trials and measurements, into an empty database.</summary>
internal static class GenerateCommand
{
    public static Command Build(Verb verb)
    {
        var events = new Option<int>("--events") { Description = "About how many events.", DefaultValueFactory = _ => 20_000, CustomParser = Size };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same register.", DefaultValueFactory = _ => 1, CustomParser = result => Number(result, int.MinValue, int.MaxValue) };
        var command = new Command("generate", "Fill an empty database with an invented national register of twenty years.") { events, seed };
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var bar = new ProgressBar(verb.Errors, "Generating");
            GenerateResult result;
            try
            {
                result = await session.Get<GenerateRegister>().RunAsync(
                    parsed.GetValue(events), parsed.GetValue(seed), new Told<GenerateProgress>(progress => bar.Show(progress.Events, progress.Of)), cancellation);
            }
            catch (RegisterNotEmptyException e)
            {
                return await verb.FailAsync(ExitCodes.Refused, e.Message);
            }
            finally
            {
                bar.Clear();
            }

            if (verb.WantsJson(parsed))
                return await verb.JsonAsync(result);
            await verb.Output.WriteLineAsync($"Generated {result.Publications:N0} publications with {result.Records:N0} records: {result.Events:N0} events.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int Size(ArgumentResult result) => Number(result, GenerateRegister.LeastEvents, GenerateRegister.MostEvents);

    private static int Number(ArgumentResult result, int least, int most)
    {
        var text = result.Tokens.Single().Value;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            result.AddError($"'{text}' is not a whole number from {least:N0} to {most:N0}.");
        return number;
    }
}
