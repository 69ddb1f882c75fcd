using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Lifecycle.Ledger;

/// <summary>
/// The lines of an entry in their order, read ahead on whichever core is free. Only so many blocks of them are under way at
/// a time, in buffers that are used again, so that memory does not grow with the entry. Whatever is wrong with a line is
/// thrown when it is that line's turn.
/// </summary>
internal sealed class Lines<T>(LineBlocks blocks, Func<ILineReader<T>> reader)
{
    private static readonly int AtOnce = Environment.ProcessorCount + 1;

    private readonly Queue<LineBlock<T>> underWay = new();
    private readonly Stack<LineBlock<T>> idle = new();
    private LineBlock<T>? current;
    private int next;
    private bool ended;
    private ExceptionDispatchInfo? wrong;

    public bool Next([MaybeNullWhen(false)] out T item)
    {
        for (; current is null || next == current.Count; next = 0)
        {
            current?.ThrowIfWrong();
            if (current is { IsUsual: true }) idle.Push(current);
            current = null;
            ReadAhead();
            if (underWay.Count == 0) break;
            current = underWay.Dequeue();
            Read(current);
        }

        if (current is null) wrong?.Throw();
        item = current is null ? default : current[next++];
        return current is not null;
    }

    private void ReadAhead()
    {
        while (!ended && underWay.Count < AtOnce)
        {
            var block = idle.TryPop(out var used) ? used : new(reader());
            try
            {
                ended = !block.Fill(blocks);
            }
            catch (Exception e) when (e is LedgerFormatException or TruncatedException)
            {
                (ended, wrong) = (true, ExceptionDispatchInfo.Capture(e));
            }

            if (!ended) underWay.Enqueue(block);
        }
    }

    /// <summary>Rather than wait while another thread reads the block, this one reads those after it.</summary>
    private void Read(LineBlock<T> wanted)
    {
        if (wanted.TryRead()) return;
        foreach (var later in underWay)
        {
            if (wanted.IsRead) break;
            later.TryRead();
        }

        wanted.Wait();
    }
}
