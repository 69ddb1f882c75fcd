using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Lifecycle.Ledger;

/// <summary>Some lines that stand one after the other, and what each says; filled again and again, and read by whoever has time first.</summary>
internal sealed class LineBlock<T>(ILineReader<T> reader) : IThreadPoolWorkItem
{
    private readonly List<T> items = [];
    private byte[] buffer = new byte[LineBlocks.Usual];
    private int length;
    private int isTaken = 1;
    private TaskCompletionSource reading = new();
    private ExceptionDispatchInfo? wrong;

    /// <summary>Lines up to the first wrong one.</summary>
    public int Count => items.Count;

    public bool IsUsual => buffer.Length == LineBlocks.Usual;

    public bool IsRead => reading.Task.IsCompleted;

    public T this[int line] => items[line];

    /// <returns>Whether there are lines, which may be read from now on.</returns>
    public bool Fill(LineBlocks blocks)
    {
        length = blocks.Next(ref buffer);
        if (length == 0) return false;
        reading = new();
        Volatile.Write(ref isTaken, 0);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    // It may come when the block was read by another, or even filled anew since: then it is as welcome.
    void IThreadPoolWorkItem.Execute() => TryRead();

    /// <summary>Reads the lines, unless somebody else has begun to.</summary>
    public bool TryRead()
    {
        if (Interlocked.Exchange(ref isTaken, 1) != 0) return false;
        try
        {
            Read();
        }
        catch (Exception e)
        {
            // Whatever it is, it is for the thread that wants the lines.
            wrong = ExceptionDispatchInfo.Capture(e);
        }

        reading.SetResult();
        return true;
    }

    public void Wait() => reading.Task.Wait();

    public void ThrowIfWrong() => wrong?.Throw();

    private void Read()
    {
        items.Clear();
        try
        {
            for (var rest = buffer.AsMemory(0, length); rest.Length > 0;)
            {
                var end = rest.Span.IndexOf((byte)'\n');
                items.Add(reader.Read(rest[..end]));
                rest = rest[(end + 1)..];
            }
        }
        finally
        {
            reader.Finish(CollectionsMarshal.AsSpan(items));
        }
    }
}
