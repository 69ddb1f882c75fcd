namespace Lifecycle.Ledger;

/// <summary>What lines say by themselves, a block of them after another. Each reader is used by one thread at a time.</summary>
internal interface ILineReader<T>
{
    /// <param name="line">The bytes belong to others once the line after this one was asked for.</param>
    T Read(ReadOnlyMemory<byte> line);

    /// <summary>Adds what is found out about all lines of a block at once.</summary>
    void Finish(Span<T> lines);
}

/// <summary>Lines as they are.</summary>
internal sealed class PlainLines : ILineReader<ReadOnlyMemory<byte>>
{
    public ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> line) => line;

    public void Finish(Span<ReadOnlyMemory<byte>> lines)
    {
    }
}
