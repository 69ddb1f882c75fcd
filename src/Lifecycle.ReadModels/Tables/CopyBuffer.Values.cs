using System.Buffers.Binary;
using System.Text;

namespace Lifecycle.ReadModels.Tables;

// Each type's values as PostgreSQL sends and receives them.
internal sealed partial class CopyBuffer
{
    private const int TextType = 25;
    private const long Epoch = 630_822_816_000_000_000; // 2000-01-01, from which PostgreSQL counts days and microseconds
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;

    public void Write(string? text)
    {
        if (text is null)
        {
            Null();
            return;
        }

        var room = Room(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[4..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _length += 4 + length;
    }

    public void Write(Guid value) => value.TryWriteBytes(Value(16), bigEndian: true, out _);

    public void Write(byte[] value) => value.CopyTo(Value(value.Length));

    public void Write(bool value) => Value(1)[0] = value ? (byte)1 : (byte)0;

    public void Write(bool? value)
    {
        if (value is { } flag) Write(flag);
        else Null();
    }

    public void Write(long value) => BinaryPrimitives.WriteInt64BigEndian(Value(8), value);

    public void Write(short? value)
    {
        if (value is { } some) BinaryPrimitives.WriteInt16BigEndian(Value(2), some);
        else Null();
    }

    public void Write(int? value)
    {
        if (value is { } some) BinaryPrimitives.WriteInt32BigEndian(Value(4), some);
        else Null();
    }

    /// <summary>The first and the last day that there are mean infinity, as in every query.</summary>
    public void Write(DateOnly? value) => Write(
        value is not { } day ? (int?)null
        : day == DateOnly.MaxValue ? int.MaxValue
        : day == DateOnly.MinValue ? int.MinValue
        : day.DayNumber - FirstDay);

    public void Write(DateTime value) =>
        Write(value == DateTime.MaxValue ? long.MaxValue : (value.Ticks - Epoch) / TimeSpan.TicksPerMicrosecond);

    public void Write(string[]? values)
    {
        if (values is null)
        {
            Null();
            return;
        }

        var start = _length;
        Take(4);
        ReadOnlySpan<int> head = values.Length == 0 ? [0, 0, TextType] : [1, 0, TextType, values.Length, 1];
        foreach (var number in head) BinaryPrimitives.WriteInt32BigEndian(Take(4), number);
        foreach (var value in values) Write(value);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), _length - start - 4);
    }

    /// <summary>A number is groups of four decimal digits, how many of them stand before the point, and how many digits to show after it.</summary>
    public void Write(decimal? value)
    {
        if (value is not { } number)
        {
            Null();
            return;
        }

        var whole = decimal.Truncate(Math.Abs(number));
        var part = Math.Abs(number) - whole;
        var digits = new List<short>();
        for (; whole > 0; whole = decimal.Truncate(whole / 10_000)) digits.Insert(0, (short)(whole % 10_000));
        var before = digits.Count;
        for (part *= 10_000; part > 0; part = (part - decimal.Truncate(part)) * 10_000) digits.Add((short)decimal.Truncate(part));
        var room = Value(8 + (2 * digits.Count));
        ReadOnlySpan<short> head = [(short)digits.Count, (short)(before - 1), (short)(number < 0 ? 0x4000 : 0), number.Scale];
        foreach (var group in (short[])[.. head, .. digits])
        {
            BinaryPrimitives.WriteInt16BigEndian(room, group);
            room = room[2..];
        }
    }

    private void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    private Span<byte> Value(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(4), length);
        return Take(length);
    }
}
