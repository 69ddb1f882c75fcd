using System.CommandLine;
using Lifecycle.Application;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle export: a bundle of events that proves itself.</summary>
internal static class ExportCommand
{
    private static readonly Argument<FileInfo> File = new("bundle") { Description = "The file to write, for example history.zip." };
    private static readonly Option<string?> Recommendation = new("--recommendation") { Description = "Reference of a record." };
    private static readonly Option<string?> Body = new("--body") { Description = "Id of a body." };
    private static readonly Option<string?> Publication = new("--publication") { Description = "Id of a publication: its own events and those of its records." };
    private static readonly Option<string?> From = new("--from") { Description = "First day of a period, by when it was recorded." };
    private static readonly Option<string?> To = new("--to") { Description = "Last day of the period." };
    private static readonly Option<bool> Everything = new("--everything") { Description = "The whole log." };
    private static readonly Option<long?> Size = new("--size") { Description = "Size of the checkpoint to prove it by; the newest when left out." };
    private static readonly Option<long[]> Kept = new("--kept") { Description = "Size of an earlier checkpoint that somebody kept and wants to hold against it." };
    private static readonly Option<DirectoryInfo> Evidence = new Option<DirectoryInfo>("--evidence") { Description = "A folder with files of evidence: those that the events name go into the bundle." }.AcceptExistingOnly();

    public static Command Build(Verb verb)
    {
        var command = new Command("export", "Write a bundle: events with everything that proves them, to be verified with no database.")
        {
            File, Recommendation, Body, Publication, From, To, Everything, Size, Kept, Evidence,
        };
        command.Validators.Add(result =>
        {
            foreach (var option in (Option<string?>[])[From, To])
                if (result.GetValue(option) is { } day && Day(day) is null)
                    result.AddError($"'{day}' is not a day such as 2026-01-31.");
            if (Request(result.GetValue, result.GetValue(Everything)).Kinds != 1)
                result.AddError("Name exactly one of --recommendation, --body, --publication, --from and --to, or --everything.");
        });
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var request = Request(parsed.GetValue, parsed.GetValue(Everything)) with { Size = parsed.GetValue(Size), Kept = parsed.GetValue(Kept) is { Length: > 0 } kept ? kept : null };
            var evidence = parsed.GetValue(Evidence) is { } folder ? new EvidenceFolder(folder) : null;
            var target = parsed.GetValue(File)!;
            var fresh = new FileInfo($"{target.FullName}.new");
            var outcome = await WriteAsync();
            switch (outcome)
            {
                case Outcome<BundleRequest>.Done:
                    fresh.MoveTo(target.FullName, overwrite: true);
                    if (evidence is not null)
                        await verb.Output.WriteLineAsync($"Files that the events name: {evidence.Found + evidence.Missing:N0}. In the bundle: {evidence.Found:N0}. Not in the folder: {evidence.Missing:N0}.");
                    await verb.Output.WriteLineAsync($"Wrote {target.FullName}, {new FileInfo(target.FullName).Length:N0} bytes. Verify it with 'lifecycle verify {target.Name}'.");
                    return ExitCodes.Ok;
                case Outcome<BundleRequest>.Refused refused:
                    return await verb.FailAsync(ExitCodes.Refused, refused.Refusal.Message);
                default:
                    return await verb.FailAsync(ExitCodes.NotFound, "There is nothing like that in the register. Check the reference or id.");
            }

            // Beside the target, which stays as it was until the bundle is whole.
            async Task<Outcome<BundleRequest>> WriteAsync()
            {
                var isDone = false;
                try
                {
                    await using var output = fresh.Create();
                    var outcome = await session.Get<LedgerBundles>().WriteAsync(session.Caller, request, output, cancellation, evidence);
                    isDone = outcome is Outcome<BundleRequest>.Done;
                    return outcome;
                }
                finally
                {
                    if (!isDone) fresh.Delete();
                }
            }
        });
        return command;
    }

    private static BundleRequest Request(Func<Option<string?>, string?> text, bool everything) => new(
        text(Recommendation), text(Body), text(Publication), Day(text(From)), Day(text(To)), everything);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}
