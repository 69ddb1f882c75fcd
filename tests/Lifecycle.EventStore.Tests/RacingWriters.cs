using System.Globalization;
using System.Text;

namespace Lifecycle.EventStore.Tests;

/// <summary>Sixty-four writers who fight for the same streams and say what was acknowledged to them.</summary>
internal static class RacingWriters
{
    private const int Count = 64;

    /// <summary>The n-th of the streams that they fight for.</summary>
    public static Guid Stream(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static async Task<int> RunAsync(string connectionString, string streams, string attempts)
    {
        await using var store = Store.Open(connectionString);
        await RunAsync(
            store.Events, int.Parse(streams, CultureInfo.InvariantCulture), int.Parse(attempts, CultureInfo.InvariantCulture),
            line => Console.Out.WriteLine(line));
        return 0;
    }

    public static Task RunAsync(EventStore store, int streams, int attempts, Action<string> acknowledged) =>
        Task.WhenAll(Enumerable.Range(0, Count).Select(writer => Task.Run(() => WriteAsync(store, writer, streams, attempts, acknowledged))));

    private static async Task WriteAsync(EventStore store, int writer, int streams, int attempts, Action<string> acknowledged)
    {
        var versions = new long[streams];
        for (var i = 0; i < attempts; i++)
        {
            var n = (writer + i) % streams;
            try
            {
                var appended = await store.AppendAsync(Store.To(Stream(n), versions[n], "raced", "raced"), CancellationToken.None);
                versions[n] = appended.Events[^1].Version;
                acknowledged(Line(appended.Events));
            }
            catch (ConflictException conflict)
            {
                versions[n] = conflict.Actual;
            }
        }
    }

    public static string Line(IEnumerable<StoredEvent> events) =>
        events.Aggregate(new StringBuilder(), (line, e) => line.Append(CultureInfo.InvariantCulture, $"{e.Position}/{e.Stream}/{e.Version}/{e.Id} ")).ToString();
}
