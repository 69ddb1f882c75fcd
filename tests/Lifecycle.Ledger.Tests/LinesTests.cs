using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>Lines of an entry that is longer than what is read at a time.</summary>
public sealed class LinesTests
{
    [Fact]
    public void Lines_of_every_length_come_in_their_order()
    {
        int[] lengths = [0, 1, LineBlocks.Usual - 1, LineBlocks.Usual, 0, 3 * LineBlocks.Usual, 17, .. Enumerable.Range(0, 5000).Select(line => line * 31 % 997)];
        var texts = lengths.Select((length, line) => new string((char)('a' + (line % 26)), length)).ToList();

        Assert.Equal(texts, Read(Of(string.Concat(texts.Select(text => text + "\n"))), Text));
    }

    [Fact]
    public void A_block_is_read_while_the_one_before_it_still_is()
    {
        using var second = new ManualResetEventSlim();
        var rest = new string('x', LineBlocks.Usual / 2);
        var met = Read(Of($"first {rest}\nsecond {rest}\n"), bytes =>
        {
            if (!Text(bytes).StartsWith("first", StringComparison.Ordinal)) second.Set();
            return second.Wait(TimeSpan.FromMinutes(1));
        });
        Assert.Equal([true, true], met);
    }

    [Fact]
    public void No_more_is_read_than_a_few_blocks_ahead()
    {
        var stream = Of(new string('\n', 200 * LineBlocks.Usual));
        var lines = Lines(stream, line => line.Length);

        Assert.True(lines.Next(out _));
        Assert.InRange(stream.Position, 1, (Environment.ProcessorCount + 2) * LineBlocks.Usual);
    }

    [Fact]
    public void What_is_wrong_with_a_line_waits_for_its_turn()
    {
        var lines = Lines(Of("one\ntwo\nwrong\nfour\n"), line => Text(line) is var text && text == "wrong" ? throw new LedgerFormatException(text) : text);
        Assert.True(lines.Next(out var first) && first == "one");
        Assert.True(lines.Next(out var second) && second == "two");
        Assert.Equal("wrong", Assert.Throws<LedgerFormatException>(() => lines.Next(out _)).Message);
    }

    [Fact]
    public void A_last_line_that_does_not_end_is_refused_after_those_that_do()
    {
        var lines = Lines(Of("one\ntwo"), Text);
        Assert.True(lines.Next(out var first) && first == "one");
        Assert.Contains("does not end", Assert.Throws<LedgerFormatException>(() => lines.Next(out _)).Message, StringComparison.Ordinal);
    }

    private static MemoryStream Of(string content) => new(Encoding.UTF8.GetBytes(content));

    private static string Text(ReadOnlyMemory<byte> line) => Encoding.UTF8.GetString(line.Span);

    // As if the stream were an entry's content from its first byte.
    private static LineBlocks Blocks(Stream stream) => new(new BundleFile(stream), new ZipEntry("", 0, stream.Length, -ZipLayout.LocalLength));

    private static Lines<T> Lines<T>(Stream stream, Func<ReadOnlyMemory<byte>, T> read) => new(Blocks(stream), () => new Reader<T>(read));

    private static List<T> Read<T>(Stream stream, Func<ReadOnlyMemory<byte>, T> read)
    {
        var (lines, all) = (Lines(stream, read), new List<T>());
        while (lines.Next(out var line)) all.Add(line);
        return all;
    }

    private sealed class Reader<T>(Func<ReadOnlyMemory<byte>, T> read) : ILineReader<T>
    {
        public T Read(ReadOnlyMemory<byte> line) => read(line);

        public void Finish(Span<T> lines)
        {
        }
    }
}
