namespace Lifecycle.Ledger;

/// <summary>An earlier checkpoint, with the RFC 6962 proof that the bundle's own goes on from it.</summary>
public sealed record EarlierCheckpoint(SignedNote Note, IReadOnlyList<byte[]> Consistency);

/// <summary>All of a bundle but its leaves.</summary>
/// <param name="Request">What was asked for: a JSON object.</param>
/// <param name="Checkpoint">The note, with the cosignatures that are known.</param>
/// <param name="Earlier">In the order of their sizes, all smaller than the checkpoint and greater than zero.</param>
/// <param name="Authority">The rules in force, as JSON.</param>
public sealed record BundleHeader(
    ReadOnlyMemory<byte> Request,
    BundleScope Scope,
    SignedNote Checkpoint,
    IReadOnlyList<EarlierCheckpoint> Earlier,
    IReadOnlyList<VerifierKey> LogKeys,
    IReadOnlyList<VerifierKey> WitnessKeys,
    ReadOnlyMemory<byte> Authority);

/// <summary>A leaf of a bundle, with an opening for each of its commitments, in the order of the leaf's bytes.</summary>
public sealed record BundledLeaf(long Index, ReadOnlyMemory<byte> Body, IReadOnlyList<Opening> Openings);
