using System.Globalization;

namespace Lifecycle.Ledger;

/// <summary>Walks a canonical value and collects its commitments, in the order of the bytes.</summary>
internal sealed class CommitmentReader
{
    // Most objects are flat and most leaves have few commitments: lists are made when something is to be put in.
    private List<LeafCommitment>? found;
    private List<string>? path;

    public IReadOnlyList<LeafCommitment> Found => found ?? (IReadOnlyList<LeafCommitment>)[];

    private int Depth => path?.Count ?? 0;

    public void Object(ref CanonicalReader reader)
    {
        reader.Need("{"u8);
        if (reader.Take((byte)'}')) return;
        ReadOnlySpan<byte> last = default;
        var first = true;
        do
        {
            var name = reader.String();
            if (!first) reader.InOrder(last, name);
            reader.Need(":"u8);
            if (name.SequenceEqual("$commitment"u8)) Commitment(ref reader, alone: first);
            else Inside(ref reader, name);
            last = name;
            first = false;
        }
        while (reader.Take((byte)','));
        reader.Need("}"u8);
    }

    private void Inside(ref CanonicalReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.Next is (byte)'{' or (byte)'[') Nested(ref reader, CanonicalReader.Unescape(name));
        else Leaf(ref reader);
    }

    private void List(ref CanonicalReader reader)
    {
        reader.Need("["u8);
        if (reader.Take((byte)']')) return;
        var item = 0;
        do
        {
            if (reader.Next is (byte)'{' or (byte)'[') Nested(ref reader, item.ToString(CultureInfo.InvariantCulture));
            else Leaf(ref reader);
            item++;
        }
        while (reader.Take((byte)','));
        reader.Need("]"u8);
    }

    private void Nested(ref CanonicalReader reader, string part)
    {
        // Data and headers are themselves one level down.
        if (Depth + 3 > CanonicalJson.MaxDepth) throw reader.Wrong("too deep");
        (path ??= []).Add(part);
        if (reader.Next == (byte)'{') Object(ref reader);
        else List(ref reader);
        path.RemoveAt(path.Count - 1);
    }

    private static void Leaf(ref CanonicalReader reader)
    {
        if (reader.Next == (byte)'"') reader.String();
        else reader.Scalar();
    }

    private void Commitment(ref CanonicalReader reader, bool alone)
    {
        var hash = new byte[Rfc6962.HashLength];
        if (!Hex.TryRead(reader.String(), hash)) throw reader.Wrong("a commitment is not 64 lower-case hexadecimal digits");
        if (!alone || reader.Next != (byte)'}' || path is not { Count: > 0 }) throw reader.Wrong("a commitment does not stand alone");
        (found ??= []).Add(new(path.Aggregate("", JsonPointer.Append), hash));
    }
}
