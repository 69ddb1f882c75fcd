namespace Lifecycle.Ledger;

/// <summary>Bytes that claim to be of this format are not. The message says where and why, in words for a person.</summary>
public sealed class LedgerFormatException(string message, Exception? inner = null) : Exception(message, inner);
