using System.CommandLine;
using Lifecycle.Application;
using Lifecycle.Application.Import;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle import: registers in JSON, spreadsheets in CSV, or the sample; all of it or nothing.</summary>
internal static class ImportCommand
{
    public static Command Build(Verb verb)
    {
        var files = new Argument<FileInfo[]>("file") { Description = "Registers in JSON, or tables in CSV.", Arity = ArgumentArity.ZeroOrMore };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "Which column of the CSV is what (docs/import.md)." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be added, and add nothing." };
        var sample = new Option<bool>("--sample") { Description = "The register that ships with the product." };
        var command = new Command("import", "Bring in registers: all of it or, when anything is wrong, nothing.") { files, mapping, dryRun, sample };
        command.Validators.Add(result =>
        {
            var named = result.GetValue(files) ?? [];
            if (named.Length == 0 && !result.GetValue(sample))
                result.AddError("Name a file to import, or use --sample.");
            foreach (var missing in named.Append(result.GetValue(mapping)).Where(file => file is { Exists: false }))
                result.AddError($"There is no file {missing}.");
            if (named.Any(IsCsv) && result.GetValue(mapping) is null)
                result.AddError("A CSV file needs --mapping, which says what its columns are (docs/import.md).");
        });
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var readings = (parsed.GetValue(files) ?? []).Select(file => Read(file, parsed.GetValue(mapping))).ToList();
            if (parsed.GetValue(sample))
                readings.AddRange(SampleRegister.Read());
            var problems = readings.SelectMany(reading => reading.Problems).ToList();
            var result = problems.Count > 0 ? new ImportResult(problems, 0, 0) : await ApplyAsync(verb, session, readings, parsed.GetValue(dryRun), cancellation);
            return await AnswerAsync(verb, parsed, result, parsed.GetValue(dryRun));
        });
        return command;
    }

    private static async Task<ImportResult> ApplyAsync(
        Verb verb, Session session, List<RegisterReading> readings, bool dryRun, CancellationToken cancellation)
    {
        var bar = new ProgressBar(verb.Errors, "Importing");
        try
        {
            return await session.Get<RegisterImport>().RunAsync(
                session.Caller, [.. readings.Select(reading => reading.Document!)], dryRun,
                new Told<ImportProgress>(progress => bar.Show(progress.Done, progress.Of)), cancellation);
        }
        finally
        {
            bar.Clear();
        }
    }

    private static async Task<int> AnswerAsync(Verb verb, ParseResult parsed, ImportResult result, bool dryRun)
    {
        var code = result.Problems.Count == 0 ? ExitCodes.Ok : ExitCodes.Refused;
        if (verb.WantsJson(parsed))
        {
            await verb.JsonAsync(new { result.Streams, result.Events, DryRun = dryRun, Problems = result.Problems.Select(problem => new { problem.Place, problem.Message }) });
            return code;
        }

        foreach (var problem in result.Problems)
            await verb.Errors.WriteLineAsync(problem.ToString());
        if (code == ExitCodes.Refused)
            return await verb.FailAsync(code, $"{(result.Problems.Count == 1 ? "One problem" : $"{result.Problems.Count:N0} problems")}. Nothing was imported.");
        await verb.Output.WriteLineAsync(result.Events == 0 ? "The register holds all of this already. Nothing was added."
            : dryRun ? $"This would add {result.Events:N0} events to {result.Streams:N0} streams. Nothing was added."
            : $"Added {result.Events:N0} events to {result.Streams:N0} streams.");
        return code;
    }

    private static RegisterReading Read(FileInfo file, FileInfo? mapping)
    {
        using var content = file.OpenRead();
        if (!IsCsv(file))
            return RegisterFile.Read(content, file.Name);
        using var map = mapping!.OpenRead();
        return CsvRegister.Read(content, file.Name, map, mapping.Name);
    }

    private static bool IsCsv(FileInfo file) => file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase);
}
