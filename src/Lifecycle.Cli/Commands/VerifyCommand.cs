using System.CommandLine;
using Lifecycle.Application;
using Lifecycle.Ledger;
using Lifecycle.ReadModels;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle verify: the history in the database, or a bundle or receipt with no database at all, against what was signed.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<FileInfo?> Bundle = new("bundle")
    {
        Description = "A bundle or a receipt to verify, without any database. The database when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Keys = new("--key") { Description = "A verifier key of the log that you have from somebody you trust. May be given several times." };
    private static readonly Option<FileInfo[]> Checkpoints = new("--checkpoint") { Description = "A checkpoint that you kept. May be given several times." };
    private static readonly Option<FileInfo[]> Receipts = new("--receipt") { Description = "A receipt that you kept. May be given several times." };
    private static readonly Option<bool> WithoutReadModels = new("--no-read-models") { Description = "Leave out the comparison of what is shown with what was recorded." };

    private static ReadOnlySpan<byte> FirstLine => "c2sp.org/tlog-proof@v1\n"u8;

    public static Command Build(Verb verb)
    {
        var command = new Command("verify", "Verify the history: nothing altered, removed, added or moved since it was signed.") { Bundle, Keys, Checkpoints, Receipts, WithoutReadModels };
        verb.Alone(command, async (parsed, cancellation) =>
        {
            try
            {
                var outside = new Outside(parsed.GetValue(Keys) ?? [], Texts(parsed.GetValue(Checkpoints)), Texts(parsed.GetValue(Receipts)));
                return parsed.GetValue(Bundle) is { } file
                    ? await BundleAsync(verb, parsed, file, outside)
                    : await DatabaseAsync(verb, parsed, outside, cancellation);
            }
            catch (LedgerFormatException e)
            {
                return await verb.FailAsync(ExitCodes.Usage, e.Message);
            }
            catch (RebuildRunningException e)
            {
                return await verb.FailAsync(ExitCodes.Unavailable, e.Message);
            }
        });
        return command;
    }

    private static async Task<int> DatabaseAsync(Verb verb, ParseResult parsed, Outside outside, CancellationToken cancellation)
    {
        // As it is: migrating would change what is to be verified.
        await using var session = await verb.OpenAsync(parsed, migrate: false, cancellation);
        ProgressBar? bar = null;
        var what = "";
        var progress = new Told<VerifyProgress>(p =>
        {
            if (p.What != what)
            {
                bar?.Clear();
                (what, bar) = (p.What, new ProgressBar(verb.Errors, $"Verifying {p.What.ToLowerInvariant()}"));
            }

            bar!.Show(p.Done, p.Of);
        });
        try
        {
            var report = await session.Get<HistoryVerification>().RunAsync(session.Caller, outside, !parsed.GetValue(WithoutReadModels), progress, cancellation);
            bar?.Clear();
            return await TellAsync(verb, parsed, report, VerifyText.Of(report), report.Holds);
        }
        finally
        {
            bar?.Clear();
        }
    }

    private static async Task<int> BundleAsync(Verb verb, ParseResult parsed, FileInfo file, Outside outside)
    {
        await using var bundle = file.OpenRead();
        if (IsReceipt(bundle))
            return await ReceiptAsync(verb, parsed, await File.ReadAllBytesAsync(file.FullName), outside);
        var bar = new ProgressBar(verb.Errors, "Verifying events");
        var report = BundleVerifier.Verify(bundle, outside.ToTrust(), new Told<long>(leaves => bar.Show(leaves, Math.Max(leaves, 1))));
        bar.Clear();
        return await TellAsync(verb, parsed, VerifyText.Plain(report), VerifyText.Of(report), report.IsGood);
    }

    private static async Task<int> ReceiptAsync(Verb verb, ParseResult parsed, byte[] receipt, Outside outside)
    {
        var report = ReceiptVerifier.Verify(receipt, outside.ToTrust().Keys);
        return await TellAsync(verb, parsed, VerifyText.Plain(report), VerifyText.Of(report), report.IsGood);
    }

    private static bool IsReceipt(FileStream file)
    {
        var start = new byte[FirstLine.Length];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start.AsSpan(0, read).SequenceEqual(FirstLine);
    }

    private static async Task<int> TellAsync<T>(Verb verb, ParseResult parsed, T report, string text, bool holds)
    {
        if (verb.WantsJson(parsed)) await verb.JsonAsync(report);
        else await verb.Output.WriteLineAsync(text);
        return holds ? ExitCodes.Ok : ExitCodes.NotProved;
    }

    private static string[] Texts(FileInfo[]? files) => [.. (files ?? []).Select(file => File.ReadAllText(file.FullName))];
}
