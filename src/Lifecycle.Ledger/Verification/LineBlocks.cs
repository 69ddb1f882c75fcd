namespace Lifecycle.Ledger;

/// <summary>An entry in blocks of whole lines, each line ended by a newline.</summary>
internal sealed class LineBlocks(BundleFile file, ZipEntry entry)
{
    /// <summary>Room that is enough for a block, unless a line is longer.</summary>
    public const int Usual = 1 << 17;

    /// <summary>Longer leaves do not exist.</summary>
    private const int MaxLine = (16 << 20) + 128;

    // The beginning of the line in which the last block had to end.
    private byte[] begun = [];
    private long read;
    private Crc32 crc = new();

    /// <summary>Whether what was read so far has the check sum of the zip header.</summary>
    public bool IsWhole => crc.Value == entry.Crc;

    /// <returns>How many bytes of lines there are; zero at the end.</returns>
    /// <exception cref="LedgerFormatException">A line is too long, or the last one does not end.</exception>
    public int Next(ref byte[] buffer)
    {
        var filled = begun.Length;
        if (filled >= buffer.Length) Array.Resize(ref buffer, filled * 2);
        begun.CopyTo(buffer, 0);
        while (read < entry.Length)
        {
            var room = buffer.AsSpan(filled, (int)Math.Min(buffer.Length - filled, entry.Length - read));
            if (file.Read(entry.DataAt + read, room) != room.Length) throw new TruncatedException("The file became shorter while it was read.");
            read += room.Length;
            crc.Append(room);
            var last = room.LastIndexOf((byte)'\n');
            if (last >= 0)
            {
                begun = room[(last + 1)..].ToArray();
                return filled + last + 1;
            }

            filled += room.Length;
            if (filled > MaxLine) throw new LedgerFormatException($"A line of {entry.Name} is too long.");
            if (filled == buffer.Length) Array.Resize(ref buffer, filled * 2);
        }

        return filled == 0 ? 0 : throw new LedgerFormatException($"The last line of {entry.Name} does not end.");
    }
}
