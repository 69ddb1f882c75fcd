using System.CommandLine;
using System.Globalization;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Command = System.CommandLine.Command;

namespace Lifecycle.Cli.Commands;

/// <summary>lifecycle position: how many records were open on a day.</summary>
internal static class PositionCommand
{
    public static Command Build(Verb verb)
    {
        var body = new Option<string?>("--body") { Description = "Only this body, for example west-mercia." };
        body.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } id && !Bodies.IsKnown(id))
                result.AddError($"There is no body '{id}'. Ids look like west-mercia.");
        });
        var groupBy = new Option<PositionSplit[]>("--group-by")
        {
            Description = "What to split by: body, kind, level, status, publication, with commas between them.",
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',')).Select(word => Split(result, word)).OfType<PositionSplit>()],
            DefaultValueFactory = _ => [PositionSplit.Kind],
        };
        var command = new Command("position", "Count open records as at a day.") { body, groupBy };
        var point = new PointInTime(command);
        verb.On(command, async (parsed, session, cancellation) =>
        {
            var asOf = point.Of(parsed, session);
            var splits = parsed.GetValue(groupBy)!;
            var wanted = parsed.GetValue(body);
            var position = await session.Get<Reads>().PositionAsync(session.Caller, splits, wanted is null ? null : [wanted], asOf, cancellation);
            if (verb.WantsJson(parsed))
                return await verb.JsonAsync(position);
            Write(verb.Output, position, splits, asOf, withTotals: wanted is not null);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static PositionSplit? Split(System.CommandLine.Parsing.ArgumentResult result, string word)
    {
        if (Enum.TryParse<PositionSplit>(word, ignoreCase: true, out var split) && Enum.IsDefined(split))
            return split;
        result.AddError($"'{word}' is not something to split by. Use body, kind, level, status or publication.");
        return null;
    }

    private static void Write(TextWriter output, Position position, PositionSplit[] splits, AsOf asOf, bool withTotals)
    {
        output.WriteLine($"Open records as at {asOf.AsAt:yyyy-MM-dd}, as known {(asOf.KnownAt is { } known ? $"at {known.UtcDateTime:yyyy-MM-dd HH:mm}Z" : "now")}");
        output.WriteLine();
        if (withTotals)
            WriteTotals(output, position);
        output.WriteLine("Counted one by one");
        output.WriteLine();
        var table = new Table([.. splits.Select(split => split.ToString()), "Open"]);
        foreach (var group in position.Groups)
            table.Add([.. splits.Select(split => Cell(group, split)), group.Open]);
        table.Write(output);
    }

    private static void WriteTotals(TextWriter output, Position position)
    {
        var table = new Table("Kind", "Open", "Basis", "Itemised", "Not itemised", "Source");
        foreach (var total in position.Totals)
        {
            table.Add(
                Words.Of(total.Kind), Number(total.Value), total.Basis.ToString().ToLowerInvariant(), total.Itemised, Number(total.NotItemised), total.Source);
        }

        table.Write(output);
        output.WriteLine();
    }

    private static string? Number(decimal? value) => value?.ToString("0.###", CultureInfo.InvariantCulture);

    private static string? Cell(PositionGroup group, PositionSplit split) => split switch
    {
        PositionSplit.Body => group.Body,
        PositionSplit.Kind => group.Kind is { } kind ? Words.Of(kind) : null,
        PositionSplit.Level => group.Level?.ToString(CultureInfo.InvariantCulture) ?? "unknown",
        PositionSplit.Status => group.Status is { } status ? Words.Of(status) : null,
        _ => group.Publication,
    };
}
