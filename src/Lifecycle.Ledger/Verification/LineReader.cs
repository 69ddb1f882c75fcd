namespace Lifecycle.Ledger;

/// <summary>Lines of an entry, each ended by a newline, in a buffer that is used again.</summary>
internal sealed class LineReader(BundleFile file, ZipEntry entry)
{
    /// <summary>Longer leaves do not exist.</summary>
    public const int MaxLine = (16 << 20) + 128;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long read;

    /// <exception cref="LedgerFormatException">A line is too long, or the last one does not end.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        line = default;
        var searched = start;
        while (true)
        {
            var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = buffer.AsSpan(start, searched - start + length);
                start = searched + length + 1;
                return true;
            }

            if (read == entry.Length) return AtEnd();
            searched = end - start;
            Fill();
        }
    }

    private bool AtEnd() => start == end ? false : throw new LedgerFormatException($"The last line of {entry.Name} does not end.");

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end > MaxLine) throw new LedgerFormatException($"A line of {entry.Name} is too long.");
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var room = (int)Math.Min(buffer.Length - end, entry.Length - read);
        if (file.Read(entry.DataAt + read, buffer.AsSpan(end, room)) != room) throw new TruncatedException("The file became shorter while it was read.");
        end += room;
        read += room;
    }
}
