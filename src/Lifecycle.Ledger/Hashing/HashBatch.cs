using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lifecycle.Ledger;

/// <summary>
/// SHA-256 of many short messages at once, in lanes where the processor has them, else one after the other. A call into the
/// library takes as long before its first byte as lanes take for a whole leaf.
/// </summary>
/// <param name="lanes">Whether the processor has them.</param>
internal sealed class HashBatch(bool lanes)
{
    private const int HashLength = Rfc6962.HashLength;

    /// <summary>Longer messages are hashed by the library: one alone in its lane would leave the others idle.</summary>
    private const int Short = 4096;

    private readonly List<Message> messages = [];
    private byte[] data = new byte[1 << 12];
    private byte[] hashes = new byte[1 << 10];
    private int used;

    public HashBatch()
        : this(Sha256Lanes.IsSupported)
    {
    }

    /// <param name="Number">The message's place in the batch.</param>
    /// <param name="Blocks">How many blocks of it are still to be hashed, padding included.</param>
    private readonly record struct Message(int Number, int At, int Blocks);

    public int Count { get; private set; }

    public void Clear()
    {
        messages.Clear();
        (Count, used) = (0, 0);
    }

    /// <summary>A message of two parts.</summary>
    public void Add(ReadOnlySpan<byte> one, ReadOnlySpan<byte> two)
    {
        var number = Count++;
        if (hashes.Length < Count * HashLength) Array.Resize(ref hashes, hashes.Length * 2);
        var length = one.Length + two.Length;
        if (!lanes || length > Short)
        {
            ShortHash.Of(one, two, hashes.AsSpan(number * HashLength, HashLength));
            return;
        }

        // One bit, noughts, and the length in bits: FIPS 180-4, section 5.1.1.
        var blocks = (length + 1 + sizeof(ulong) + LaneBlocks.Length - 1) / LaneBlocks.Length;
        var (at, padded) = (used, blocks * LaneBlocks.Length);
        used += padded;
        if (used > data.Length) Array.Resize(ref data, Math.Max(used, data.Length * 2));
        var room = data.AsSpan(at, padded);
        one.CopyTo(room);
        two.CopyTo(room[one.Length..]);
        room[length..].Clear();
        room[length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(room[^sizeof(ulong)..], (ulong)length * 8);
        messages.Add(new(number, at, blocks));
    }

    /// <returns>The hashes one after the other, until the batch is used again.</returns>
    public ReadOnlyMemory<byte> Hash()
    {
        var next = 0;
        Span<Message> lane = stackalloc Message[Sha256Lanes.Lanes];
        Span<int> at = stackalloc int[Sha256Lanes.Lanes];
        Span<Vector512<uint>> state = stackalloc Vector512<uint>[Sha256Lanes.StateWords];
        Unsafe.SkipInit(out Sixteen words);
        lane.Clear();
        while (Take(ref next, lane, state) is var steps and > 0)
        {
            // A lane without a message goes over the beginning of the data, for nothing.
            for (var number = 0; number < lane.Length; number++) at[number] = lane[number].Blocks > 0 ? lane[number].At : 0;
            for (var step = 0; step < steps; step++)
            {
                LaneBlocks.Load(data, at, ref words);
                Sha256Lanes.Compress(state, ref words);
                foreach (ref var place in at) place += LaneBlocks.Length;
            }

            Give(lane, state, steps);
        }

        return hashes.AsMemory(0, Count * HashLength);
    }

    /// <summary>Each lane that is free takes the next message.</summary>
    /// <returns>How many blocks there are until a message ends; zero when there is none.</returns>
    private int Take(ref int next, Span<Message> lane, Span<Vector512<uint>> state)
    {
        var steps = int.MaxValue;
        var words = MemoryMarshal.Cast<Vector512<uint>, uint>(state);
        for (var number = 0; number < lane.Length; number++)
        {
            if (lane[number].Blocks == 0 && next < messages.Count)
            {
                lane[number] = messages[next++];
                for (var word = 0; word < Sha256Lanes.StateWords; word++) words[(word * Sha256Lanes.Lanes) + number] = Sha256Lanes.Initial[word];
            }

            if (lane[number].Blocks > 0) steps = Math.Min(steps, lane[number].Blocks);
        }

        return steps == int.MaxValue ? 0 : steps;
    }

    /// <summary>Each lane whose message has ended gives its hash.</summary>
    private void Give(Span<Message> lane, Span<Vector512<uint>> state, int steps)
    {
        var words = MemoryMarshal.Cast<Vector512<uint>, uint>(state);
        for (var number = 0; number < lane.Length; number++)
        {
            var here = lane[number];
            if (here.Blocks == 0) continue;
            lane[number] = new(here.Number, here.At + (steps * LaneBlocks.Length), here.Blocks - steps);
            if (here.Blocks > steps) continue;
            var hash = hashes.AsSpan(here.Number * HashLength, HashLength);
            for (var word = 0; word < Sha256Lanes.StateWords; word++)
                BinaryPrimitives.WriteUInt32BigEndian(hash[(word * sizeof(uint))..], words[(word * Sha256Lanes.Lanes) + number]);
        }
    }
}
