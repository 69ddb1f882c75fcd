using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lifecycle.Bench;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle bench: what the product does beside what the machine can do at all.</summary>
internal static class BenchCommand
{
    private static readonly Option<int> Events = new("--events")
    {
        Description = "Events of the register that is generated for it.",
        DefaultValueFactory = _ => 2_000_000,
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<int>() is < 1_000 or > 10_000_000) result.AddError("Give --events between 1,000 and 10,000,000.");
            },
        },
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "How long each timed measure takes, on each side.",
        DefaultValueFactory = _ => 10,
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<double>() is not (>= 0.1 and <= 600)) result.AddError("Give --seconds between 0.1 and 600.");
            },
        },
    };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description = $"Only these measures, with commas between them: {string.Join(", ", Benchmark.Names)}.",
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(','))],
    };

    private static readonly Option<bool> Pages = new("--pages") { Description = "Only the pages of the site: the same as --only pages." };
    private static readonly Option<bool> Ledger = new("--ledger") { Description = "Only what proving takes: the same as --only signing,ledger." };
    private static readonly Option<DirectoryInfo?> Keep = new("--keep") { Description = "Keep the generated register in this folder, and find it there the next time." };
    private static readonly Option<FileInfo?> Save = new("--save") { Description = "Also write the results to this file, in JSON." };

    public static Command Build(Verb verb)
    {
        var command = new Command("bench", "Measure the product beside what the machine can do at all, on a database of its own.") { Events, Seconds, Only, Pages, Ledger, Keep, Save };
        command.Validators.Add(result =>
        {
            foreach (var unknown in (result.GetValue(Only) ?? []).Except(Benchmark.Names))
                result.AddError($"There is no measure '{unknown}'. There are: {string.Join(", ", Benchmark.Names)}.");
        });
        verb.Alone(command, async (parsed, cancellation) =>
        {
            var options = new BenchOptions(
                parsed.GetValue(Events), TimeSpan.FromSeconds(parsed.GetValue(Seconds)), Chosen(parsed), parsed.GetValue(Keep)?.FullName);
            var report = await Benchmark.RunAsync(options, verb.Errors.WriteLine, cancellation);
            if (parsed.GetValue(Save) is { } file)
                await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(report, JsonOutput.Options), cancellation);
            if (verb.WantsJson(parsed))
                await verb.JsonAsync(report);
            else
                Write(verb.Output, report);
            foreach (var failure in report.Failures)
                await verb.Errors.WriteLineAsync($"{failure.Measure} could not be measured: {failure.Reason}");
            return report.Failures.Count == 0 ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static string[] Chosen(ParseResult parsed) => (parsed.GetValue(Pages), parsed.GetValue(Ledger)) switch
    {
        (false, false) => parsed.GetValue(Only) ?? [],
        var (pages, ledger) => [.. pages ? ["pages"] : Array.Empty<string>(), .. ledger ? ["signing", "ledger"] : Array.Empty<string>()],
    };

    private static void Write(TextWriter output, BenchReport report)
    {
        output.WriteLine($"A register of {report.Events:N0} events on {report.Machine}");
        output.WriteLine();
        var table = new Table("Measure", "Ours", "Floor", "Ratio", "Target", "Met");
        foreach (var row in report.Rows)
        {
            table.Add(
                row.Measure, Number(row.Ours, row.Unit), Number(row.Floor, row.Unit), row.Ratio.ToString("0.00", CultureInfo.InvariantCulture),
                row.Target ?? "shown", row.Met switch { true => "met", false => "not met", null => "" });
        }

        table.Write(output);
    }

    private static string Number(double value, string unit) =>
        value.ToString(value >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture) + (unit is "" or ['/', ..] ? unit : $" {unit}");
}
