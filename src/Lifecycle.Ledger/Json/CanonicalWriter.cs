using System.Runtime.InteropServices;
using System.Text.Json;

namespace Lifecycle.Ledger;

/// <summary>Writes a value as it is read, then puts the members of each object in order within the output.</summary>
internal sealed class CanonicalWriter(PooledBuffer output, string? reserved) : IDisposable
{
    private readonly PooledBuffer names = new(256);
    private readonly PooledBuffer sorted = new(256);
    private readonly List<Member> members = [];

    private readonly record struct Member(int Name, int NameLength, int Start, int Length);

    public void Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: Object(ref reader); break;
            case JsonTokenType.StartArray: List(ref reader); break;
            case JsonTokenType.String: CanonicalString.Write(ref reader, output); break;
            case JsonTokenType.Number: CanonicalNumber.Write(reader.ValueSpan, output); break;
            default: output.Add(reader.ValueSpan); break;
        }
    }

    public void Dispose()
    {
        names.Dispose();
        sorted.Dispose();
    }

    private void List(ref Utf8JsonReader reader)
    {
        output.Add((byte)'[');
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first) output.Add((byte)',');
            Value(ref reader);
        }

        output.Add((byte)']');
    }

    private void Object(ref Utf8JsonReader reader)
    {
        var (firstMember, firstName) = (members.Count, names.Length);
        output.Add((byte)'{');
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject) Add(ref reader, separate: members.Count > firstMember);
        Sort(CollectionsMarshal.AsSpan(members)[firstMember..]);
        output.Add((byte)'}');
        members.RemoveRange(firstMember, members.Count - firstMember);
        names.Shrink(names.Length - firstName);
    }

    private void Add(ref Utf8JsonReader reader, bool separate)
    {
        if (separate) output.Add((byte)',');
        if (reserved is not null && reader.ValueTextEquals(reserved))
            throw new LedgerFormatException($"The name {reserved} is reserved for commitments.");
        var (name, start) = (names.Length, output.Length);
        CanonicalString.Write(ref reader, output, names);
        output.Add((byte)':');
        reader.Read();
        var nameLength = names.Length - name;
        Value(ref reader);
        members.Add(new(name, nameLength, start, output.Length - start));
    }

    private void Sort(Span<Member> mine)
    {
        if (mine.IsEmpty) return;
        var (start, inOrder) = (mine[0].Start, true);
        for (var next = 1; next < mine.Length && inOrder; next++) inOrder = Compare(mine[next - 1], mine[next]) < 0;
        if (inOrder) return;
        mine.Sort(Compare);
        sorted.Clear();
        for (var next = 0; next < mine.Length; next++)
        {
            if (next > 0) RefuseTwins(mine[next - 1], mine[next]);
            if (next > 0) sorted.Add((byte)',');
            sorted.Add(output.Written.Slice(mine[next].Start, mine[next].Length));
        }

        sorted.Written.CopyTo(output.Written[start..]);
    }

    private void RefuseTwins(Member one, Member other)
    {
        if (Compare(one, other) == 0)
            throw new LedgerFormatException($"The name {System.Text.Encoding.UTF8.GetString(Name(one))} is there twice in one object.");
    }

    private int Compare(Member one, Member other) => Utf16Order.Compare(Name(one), Name(other));

    private ReadOnlySpan<byte> Name(Member member) => names.Written.Slice(member.Name, member.NameLength);
}
