using System.Globalization;

namespace Lifecycle.Ledger;

/// <summary>The bytes of a leaf: RFC 8785 canonical JSON of an event as stored, erasable texts replaced by commitments.</summary>
public static class Leaf
{
    /// <summary>A new leaf.</summary>
    /// <param name="fillSalt">Fills 32 bytes from a cryptographic source; called once for each commitment.</param>
    /// <exception cref="LedgerFormatException">The event cannot become a leaf; the message says why.</exception>
    public static WrittenLeaf Write(LeafEvent e, ErasableMembers erasable, Action<Span<byte>> fillSalt)
    {
        using var salts = new PooledBuffer(256);
        var body = Body(e, erasable, text =>
        {
            var salt = salts.Grow(Commitment.SaltLength);
            fillSalt(salt);
            return Commitment.Of(salt, text);
        });
        return new(body, Rfc6962.LeafHash(body), salts.Written.ToArray());
    }

    /// <summary>The leaf that the row gives today, with the salts of then: equal to the stored leaf unless one of them was changed.</summary>
    /// <param name="stored">The leaf as stored; it alone still knows the commitments whose salts were erased.</param>
    public static byte[] Rewrite(LeafEvent e, ErasableMembers erasable, ReadOnlyMemory<byte> salts, ReadOnlySpan<byte> stored)
    {
        // Few leaves have a text that was erased, and only those have to be read.
        var then = HasErased(salts.Span) ? LeafCommitment.Read(stored) : [];
        var ordinal = 0;
        return Body(e, erasable, text =>
        {
            var salt = salts.Length >= (ordinal + 1) * Commitment.SaltLength
                ? salts.Span.Slice(ordinal * Commitment.SaltLength, Commitment.SaltLength)
                : throw new LedgerFormatException($"The leaf of position {e.Position} has fewer salts than erasable texts.");
            var known = Commitment.IsErased(salt) && ordinal < then.Count ? then[ordinal].Hash : null;
            ordinal++;
            return known ?? Commitment.Of(salt, text);
        });
    }

    private static bool HasErased(ReadOnlySpan<byte> salts)
    {
        for (; salts.Length >= Commitment.SaltLength; salts = salts[Commitment.SaltLength..])
            if (Commitment.IsErased(salts[..Commitment.SaltLength])) return true;
        return false;
    }

    private static byte[] Body(LeafEvent e, ErasableMembers erasable, CommitTo commit)
    {
        using var output = new PooledBuffer(e.Data.Length + (e.Headers?.Length ?? 0) + 512);
        output.Add((byte)'{');
        Text("\"causation\":"u8, e.Causation, output);
        Text("\"correlation\":"u8, e.Correlation, output);
        output.Add("\"data\":"u8);
        Data(e.Data.Span, erasable, commit, output);
        output.Add((byte)',');
        Text("\"dotnetType\":"u8, e.DotNetType, output);
        Headers(e.Headers, output);
        output.Add(string.Create(CultureInfo.InvariantCulture, $"\"id\":\"{e.Id:D}\",\"position\":{Whole(e.Position)},\"stream\":\"{e.Stream:D}\",").AsSpan());
        if (e.TakenIn) output.Add("\"takenIn\":true,"u8);
        Text("\"tenant\":"u8, e.Tenant, output);
        output.Add(string.Create(CultureInfo.InvariantCulture, $"\"timestamp\":\"{e.Timestamp.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}\",").AsSpan());
        Text("\"type\":"u8, e.Type, output);
        output.Add(string.Create(CultureInfo.InvariantCulture, $"\"version\":{Whole(e.Version)}}}").AsSpan());
        return output.Written.ToArray();
    }

    private static void Data(ReadOnlySpan<byte> data, ErasableMembers erasable, CommitTo commit, PooledBuffer output)
    {
        if (erasable.All == 0)
        {
            Object(data, output, Commitment.Member);
            return;
        }

        using var canonical = new PooledBuffer(data.Length + 16);
        Object(data, canonical, Commitment.Member);
        new CommitmentWriter(canonical.Written, erasable, commit, output).Write();
    }

    private static void Headers(ReadOnlyMemory<byte>? headers, PooledBuffer output)
    {
        if (headers is not { } given) return;
        output.Add("\"headers\":"u8);
        Object(given.Span, output, Commitment.Member);
        output.Add((byte)',');
    }

    private static void Object(ReadOnlySpan<byte> json, PooledBuffer output, string? reserved)
    {
        var start = output.Length;
        CanonicalJson.Write(json, output, CanonicalJson.MaxDepth - 2, reserved);
        if (output.Written[start] != '{') throw new LedgerFormatException("Data and headers of an event are JSON objects.");
    }

    private static void Text(ReadOnlySpan<byte> name, string? value, PooledBuffer output)
    {
        if (value is null) return;
        output.Add(name);
        CanonicalString.Write(StrictUtf8.Bytes(value), output);
        output.Add((byte)',');
    }

    private static long Whole(long number) => number is >= 0 and <= Ledger.Whole.Max
        ? number
        : throw new LedgerFormatException($"{number} is not a position or version that JSON can carry.");
}
