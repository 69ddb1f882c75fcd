using System.Security.Cryptography;

namespace Lifecycle.Bench.Floors;

/// <summary>The floors of proving: what is to be verified, read or hashed once, and nothing done with it.</summary>
internal static class OneRead
{
    public static byte[] HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }

    /// <summary>Every row of the events, as the database stores them.</summary>
    public static async Task OfEventsAsync(Register register, CancellationToken cancellation)
    {
        await using var connection = await register.Plain.OpenConnectionAsync(cancellation);
        await using var rows = await connection.BeginRawBinaryCopyAsync("copy lifecycle.mt_events to stdout (format binary)", cancellation);
        var buffer = new byte[1 << 16];
        while (await rows.ReadAsync(buffer, cancellation) > 0)
        {
        }
    }
}
