using Lifecycle.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Lifecycle.ReadModels;

/// <summary>
/// Which records say the words of a filter. Most of the register may say a common word: the program then looks each record up in a set,
/// where the database would put together a condition on that many rows for each count.
/// </summary>
internal static class RegisterWords
{
    /// <summary>The array of their streams; takes the parameters words and reference_begins, and a point.</summary>
    public const string Sql = "lifecycle.streams_saying(@words, @reference_begins, @as_at, @known_at)";

    /// <summary>Those with the words in title or summary. Which references begin so, <see cref="KnownRecords"/> knows.</summary>
    public static Task<HashSet<Guid>> SayingAsync(Look look, RegisterFilter filter, AsOf asOf, CancellationToken cancellation) => look.AskAsync(
        $"select {Sql}",
        p =>
        {
            asOf.AddTo(p);
            p.AddWithValue("words", filter.Words!);
            p.Add(new NpgsqlParameter("reference_begins", NpgsqlDbType.Text) { Value = DBNull.Value });
        },
        async (reader, ct) =>
        {
            await reader.ReadAsync(ct);
            return reader.GetFieldValue<Guid[]>(0).ToHashSet();
        },
        cancellation);
}
