namespace Lifecycle.Ledger;

/// <summary>One signature line of a note.</summary>
/// <param name="KeyId">With the name it says which key signed; it is an identifier, not a proof.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes)
{
    private const string Dash = "— ";

    public override string ToString() => $"{Dash}{Name} {Base64.Write([.. BigEndian(KeyId), .. Bytes.Span])}\n";

    /// <summary>Key names are not empty and have neither spaces nor plus signs.</summary>
    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => c is '+' or '\ufeff' || char.IsWhiteSpace(c) || char.IsControl(c));

    internal static NoteSignature Parse(string line)
    {
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        if (parts.Length != 2 || !IsName(parts[0])) throw new LedgerFormatException("A signature line of the note is not '— name signature'.");
        var bytes = Base64.Read(parts[1]);
        if (bytes.Length < 5) throw new LedgerFormatException("A signature of the note is too short.");
        return new(parts[0], System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4));
    }

    private static byte[] BigEndian(uint id)
    {
        var bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        return bytes;
    }
}
