namespace Lifecycle.Ledger;

/// <summary>Walks a canonical value and collects its commitments, in the order of the bytes.</summary>
/// <param name="path">Room for the way to the deepest value.</param>
internal ref struct CommitmentReader(Span<CommitmentReader.Part> path)
{
    private readonly Span<Part> path = path;
    private int depth;

    // Most leaves have few commitments or none: a list is made when something is to be put in.
    private List<LeafCommitment>? found;

    /// <summary>A name, as the place of its bytes, or the number of an item.</summary>
    internal readonly record struct Part(int Start, int LengthOrItem)
    {
        public static Part Item(int number) => new(-1, number);
    }

    public readonly IReadOnlyList<LeafCommitment> Found => found ?? (IReadOnlyList<LeafCommitment>)[];

    public void Object(ref CanonicalReader reader)
    {
        reader.Need((byte)'{');
        if (reader.Take((byte)'}')) return;
        ReadOnlySpan<byte> last = default;
        var first = true;
        do
        {
            var name = reader.String();
            var part = new Part(reader.At - 1 - name.Length, name.Length);
            if (!first) reader.InOrder(last, name);
            reader.Need((byte)':');
            if (name.SequenceEqual("$commitment"u8)) Commitment(ref reader, alone: first);
            else Value(ref reader, part);
            last = name;
            first = false;
        }
        while (reader.Take((byte)','));
        reader.Need((byte)'}');
    }

    private void List(ref CanonicalReader reader)
    {
        reader.Need((byte)'[');
        if (reader.Take((byte)']')) return;
        var item = 0;
        do Value(ref reader, Part.Item(item++));
        while (reader.Take((byte)','));
        reader.Need((byte)']');
    }

    private void Value(ref CanonicalReader reader, Part part)
    {
        switch (reader.Next)
        {
            case (byte)'"': reader.String(); break;
            case (byte)'{' or (byte)'[': Nested(ref reader, part); break;
            default: reader.Scalar(); break;
        }
    }

    private void Nested(ref CanonicalReader reader, Part part)
    {
        // Data and headers are themselves one level down.
        if (depth + 3 > CanonicalJson.MaxDepth) throw reader.Wrong("too deep");
        path[depth++] = part;
        if (reader.Next == (byte)'{') Object(ref reader);
        else List(ref reader);
        depth--;
    }

    private void Commitment(ref CanonicalReader reader, bool alone)
    {
        var hash = new byte[Rfc6962.HashLength];
        if (!Hex.TryRead(reader.String(), hash)) throw reader.Wrong("a commitment is not 64 lower-case hexadecimal digits");
        if (!alone || reader.Next != (byte)'}' || depth == 0) throw reader.Wrong("a commitment does not stand alone");
        (found ??= []).Add(new(Pointer(ref reader), hash));
    }

    private readonly string Pointer(ref CanonicalReader reader)
    {
        using var pointer = new PooledBuffer(256);
        foreach (var part in path[..depth])
        {
            if (part.Start < 0) pointer.Add($"/{part.LengthOrItem}".AsSpan());
            else Name(reader.Read(part.Start, part.LengthOrItem), pointer);
        }

        return RepeatedText.Of(pointer.Written);
    }

    private static void Name(ReadOnlySpan<byte> name, PooledBuffer pointer)
    {
        if (name.ContainsAny("\\~/"u8))
        {
            pointer.Add(JsonPointer.Append("", CanonicalReader.Unescape(name)).AsSpan());
            return;
        }

        pointer.Add((byte)'/');
        pointer.Add(name);
    }
}
