namespace Lifecycle.Ledger;

/// <summary>A leaf's bytes, its RFC 6962 hash, and its salts: 32 bytes for each commitment, in the order of the bytes.</summary>
public sealed record WrittenLeaf(byte[] Body, byte[] Hash, byte[] Salts);
