using Lifecycle.EventStore;

namespace Lifecycle.ReadModels;

/// <summary>
/// Which records say the words of a filter. Most of the register may say a common word: the program then looks each record up in a set,
/// where the database would put together a condition on that many rows for each count.
/// </summary>
internal static class RegisterWords
{
    private const int IdSize = 16;

    private static readonly string Sql = SqlText.Of("register_saying");

    public static async Task<HashSet<Guid>> SayingAsync(Look look, RegisterFilter filter, AsOf asOf, CancellationToken cancellation)
    {
        var (saying, some) = (new HashSet<Guid>(), new byte[4096 * IdSize]);
        await look.AskPiecesAsync(
            Sql,
            p =>
            {
                asOf.AddTo(p);
                p.AddWithValue("words", filter.Words!);
                p.AddWithValue("reference_begins", filter.ReferenceBegins);
            },
            async (ids, ct) =>
            {
                for (var left = (int)ids.Length; left > 0;)
                {
                    var read = Math.Min(left, some.Length);
                    await ids.ReadExactlyAsync(some.AsMemory(0, read), ct);
                    for (var at = 0; at < read; at += IdSize) saying.Add(new Guid(some.AsSpan(at, IdSize), bigEndian: true));
                    left -= read;
                }
            },
            cancellation);
        return saying;
    }
}
