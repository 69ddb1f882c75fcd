namespace Lifecycle.Ledger;

/// <summary>What a bundle says to a stranger who opens it. Part of the format: a changed word would be another bundle for the same request.</summary>
internal static class BundleReadme
{
    public static byte[] Bytes { get; } = """
        This bundle holds part of the history of a register of recommendations, with the proof that it is what was recorded.
        Format: lifecycle-ledger/1.

        What to do
        1. Get the register's verifier key from somebody you trust, not from this bundle. It looks like name+8 digits+letters.
        2. Get a verifier: the register's own (lifecycle verify), the script ledger-verifier.mjs that comes with the format's
           description (ledger-format.md), or your own, written from that description.
        3. Run   node ledger-verifier.mjs bundle.zip --key KEY
           If you kept a checkpoint or a receipt from an earlier day, add   --checkpoint FILE   or   --receipt FILE.
        It prints what was checked and what was found, and ends with exit code 0 only if everything fits.

        What is in it
        manifest.json    what was asked for, and the length of every other file, with the SHA-256 of those that nothing else proves
        keys.txt         the verifier keys of the log and of its witnesses; compare them with what you hold
        checkpoint       size and root of the log when this bundle was made, signed
        checkpoints/     earlier checkpoints, and in consistency/ the proofs that the log only grew since
        leaves.jsonl     the events, one a line: index, hash, and the canonical JSON that was hashed
        hashes           the hashes that join these leaves to the root
        openings.jsonl   texts that can be erased, with the salts that prove them, or the event that erased them
        evidence.jsonl   the SHA-256 of evidence files that the events name; evidence/ holds files, where asked for
        authority.json   the rules of authority as they stood; nothing in the log proves this file

        """u8.ToArray();
}
