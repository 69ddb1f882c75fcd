using Lifecycle.EventStore;
using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>Takes a census and counts it, learning on the way which records it holds.</summary>
internal static class CensusCount
{
    /// <param name="use">Gets what was counted, and may ask for more of the same moment.</param>
    public static Task<T> CountAsync<T>(
        Database database, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, Func<Look, CountedRecords, Task<T>> use,
        CancellationToken cancellation) => database.LookAsync(
        scope,
        look => filter.Words is null
            ? CountAsync(
                look, names, asOf, Register.Within(scope), known => new RegisterTally(known, filter, null),
                (census, tally) => use(look, new(census, tally)), cancellation)
            : CountSayingAsync(look, names, scope, filter, asOf, use, cancellation),
        cancellation);

    /// <param name="tally">A tally that goes by what is known.</param>
    public static async Task<T> CountAsync<TTally, T>(
        Look look, RecordNames names, AsOf asOf, Conditions within, Func<KnownRecords, TTally> tally,
        Func<Census, TTally, Task<T>> use, CancellationToken cancellation)
        where TTally : ITally
    {
        using var first = tally(names.Known);
        using var census = new Census(asOf.AsAt, first.Add);
        await census.AskAsync(look, asOf, within, cancellation);
        return await UseAsync(look, names, census, first, tally, use, cancellation);
    }

    // The words are looked up beside the lines, which are counted when both are there.
    private static async Task<T> CountSayingAsync<T>(
        Look look, RecordNames names, ReadScope scope, RegisterFilter filter, AsOf asOf, Func<Look, CountedRecords, Task<T>> use,
        CancellationToken cancellation)
    {
        using var census = new Census(asOf.AsAt, (_, _) => { });
        var saying = await look.BesideAsync(
            other => RegisterWords.SayingAsync(other, filter, asOf, cancellation),
            () => census.AskAsync(look, asOf, Register.Within(scope), cancellation), cancellation);
        RegisterTally Tally(KnownRecords known) => new(known, filter, saying);
        using var first = Tally(names.Known);
        first.Add(census, 0..census.Count);
        return await UseAsync(look, names, census, first, Tally, (lines, tally) => use(look, new(lines, tally)), cancellation);
    }

    private static async Task<T> UseAsync<TTally, T>(
        Look look, RecordNames names, Census census, TTally first, Func<KnownRecords, TTally> tally, Func<Census, TTally, Task<T>> use,
        CancellationToken cancellation)
        where TTally : ITally
    {
        if (first.Strangers.Count == 0) return await use(census, first);
        // Learning moves the places of those that were known.
        using var second = tally(await names.LearnAsync(look, first.Strangers, cancellation));
        second.Add(census, 0..census.Count);
        if (second.Strangers.Count > 0) throw new InvalidOperationException($"Record {second.Strangers[0]} has an interval and no status: run 'lifecycle rebuild'.");
        return await use(census, second);
    }
}

/// <summary>A census, and what a filter finds in it.</summary>
internal readonly record struct CountedRecords(Census Census, RegisterTally Tally);
