using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Lifecycle.Domain;

namespace Lifecycle.ReadModels;

/// <summary>
/// One record of the register in 48 bytes: its stream, and all that the list of the nation is counted, narrowed and put in order by. The register
/// holds it in one column, so that the database hands over a hundred thousand of them without working anything out.
/// </summary>
internal readonly ref struct CensusLine(ReadOnlySpan<byte> bytes)
{
    public const int Size = 48;

    // Where each part begins. Days are numbers of days, so that they rise; a record without a day falls due after all others.
    private const int FactsAt = 16, DueAt = 20, RaisedAt = 24, SinceAt = 28, OwnerAt = 32, BoardAt = 40;
    private const int Never = int.MaxValue;

    // Above the words and whether a missed day is explained: whether others missed it too, where that is known, and what is claimed.
    private const int WordsMask = 0xFFFF, NotShared = 1 << 16, Shared = 2 << 16, SharedMask = 3 << 16, Claimed = 4 << 16;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public Guid Stream => new(_bytes[..FactsAt], bigEndian: true);

    /// <summary>Kind, level, status and rating, and nothing of days.</summary>
    public RegisterFacts Words => RegisterFacts.OfColumn((Number(FactsAt) & WordsMask) >> 1);

    public DateOnly RaisedOn => DateOnly.FromDayNumber(Number(RaisedAt));

    /// <summary>Whether other forces missed the day too, as this one says; null while nobody has asked.</summary>
    public bool? MissedShared => (Number(FactsAt) & SharedMask) switch { Shared => true, NotShared => false, _ => null };

    /// <summary>The force says it is done: a claim, never a status.</summary>
    public bool ClaimsImplemented => (Number(FactsAt) & Claimed) != 0;

    /// <summary>The <see cref="Mark"/> of who owns it.</summary>
    public long Owner => BinaryPrimitives.ReadInt64BigEndian(_bytes[OwnerAt..]);

    /// <summary>The <see cref="Mark"/> of the board that it belongs to.</summary>
    public long Board => BinaryPrimitives.ReadInt64BigEndian(_bytes[BoardAt..]);

    public bool IsDueBefore(DateOnly day) => Number(DueAt) < day.DayNumber;

    public static byte[] Of(Guid stream, RegisterRow row)
    {
        var line = new byte[Size];
        stream.TryWriteBytes(line, bigEndian: true, out _);
        var shared = row.MissedShared switch { true => Shared, false => NotShared, null => 0 };
        BinaryPrimitives.WriteInt32BigEndian(line.AsSpan(FactsAt), RegisterFacts.Pack(row) << 1 | (row.MissedExplained ? 1 : 0) | shared | (row.ClaimsImplemented ? Claimed : 0));
        BinaryPrimitives.WriteInt32BigEndian(line.AsSpan(DueAt), row.DueOn?.DayNumber ?? Never);
        BinaryPrimitives.WriteInt32BigEndian(line.AsSpan(RaisedAt), row.RaisedOn.DayNumber);
        BinaryPrimitives.WriteInt32BigEndian(line.AsSpan(SinceAt), row.StatusSince.DayNumber);
        BinaryPrimitives.WriteInt64BigEndian(line.AsSpan(OwnerAt), Mark(row.Owner));
        BinaryPrimitives.WriteInt64BigEndian(line.AsSpan(BoardAt), Mark(row.Board));
        return line;
    }

    /// <summary>
    /// A word of any length in eight bytes: the first of its SHA-256 in UTF-8, and nought for none. That any two of a million words have
    /// the same is less likely than one in thirty million.
    /// </summary>
    public static long Mark(string? word)
    {
        if (word is null) return 0;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(word), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    public RegisterFacts Facts(DateOnly asAt)
    {
        var facts = new RegisterFacts(Words.Packed | (Number(FactsAt) & 1));
        return IsDueBefore(asAt) && facts.Status.IsOpen() ? new(facts.Packed | RegisterFacts.OverdueBit) : facts;
    }

    /// <summary>What an order goes by, rising as in <see cref="RegisterOrder"/>; equals are in the order of their references.</summary>
    public int Key(RegisterSort sort) => sort switch
    {
        RegisterSort.Due => Number(DueAt),
        RegisterSort.Raised => -Number(RaisedAt),
        RegisterSort.Level => -(Words.Level ?? 0),
        RegisterSort.StatusSince => Number(SinceAt),
        _ => 0,
    };

    private int Number(int at) => BinaryPrimitives.ReadInt32BigEndian(_bytes[at..]);
}
