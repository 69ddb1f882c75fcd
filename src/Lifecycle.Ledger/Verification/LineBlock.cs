using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Lifecycle.Ledger;

/// <summary>Some lines that stand one after the other, and what each says; filled again and again.</summary>
internal sealed class LineBlock<T>(ILineReader<T> reader)
{
    private readonly List<T> items = [];
    private byte[] buffer = new byte[LineBlocks.Usual];
    private int length;
    private ExceptionDispatchInfo? wrong;

    /// <summary>Lines up to the first wrong one.</summary>
    public int Count => items.Count;

    public bool IsUsual => buffer.Length == LineBlocks.Usual;

    public T this[int line] => items[line];

    public bool Fill(LineBlocks blocks) => (length = blocks.Next(ref buffer)) > 0;

    public LineBlock<T> Read()
    {
        items.Clear();
        var rest = buffer.AsMemory(0, length);
        try
        {
            while (rest.Length > 0)
            {
                var end = rest.Span.IndexOf((byte)'\n');
                items.Add(reader.Read(rest[..end]));
                rest = rest[(end + 1)..];
            }
        }
        catch (LedgerFormatException e)
        {
            wrong = ExceptionDispatchInfo.Capture(e);
        }

        reader.Finish(CollectionsMarshal.AsSpan(items));
        return this;
    }

    public void ThrowIfWrong() => wrong?.Throw();
}
