using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>A small log: three streams, a gap in the positions before an event of another program, evidence, and a text that was erased. The same bytes every time.</summary>
internal sealed class SampleLog
{
    public const string Origin = "lifecycle.example/0a1b2c3d";

    public static readonly byte[] EvidenceFile = "Minutes of the meeting.\n"u8.ToArray();

    public static readonly string EvidenceDigest = Convert.ToHexStringLower(SHA256.HashData(EvidenceFile));

    private const string A = "0b7f6d3e-5a44-5c1e-9d3b-000000000001";
    private const string B = "0b7f6d3e-5a44-5c1e-9d3b-000000000002";
    private const string C = "0b7f6d3e-5a44-5c1e-9d3b-000000000003";

    private static readonly Dictionary<string, ErasableMembers> Erasable = new()
    {
        ["recommendation_raised"] = new("/title", "/summary", "/source"),
        ["progress_reported"] = new("/text"),
        ["evidence_submitted"] = new("/name", "/description", "/link"),
        ["closure_recommended"] = new("/statement"),
        ["signed_off"] = new("/oversightNote"),
        ["steps_to_green_set"] = new("/steps/*/text"),
    };

    private int salts;

    public SampleLog()
    {
        Add(1, A, 1, "west-mercia", "recommendation_raised", """{"title":"Custody records","summary":"Keep custody records \"complete\".","level":2,"source":null}""");
        Add(2, B, 1, "cheshire", "recommendation_raised", """{"title":"Crime recording","summary":"Zeichen: é 😀","level":null,"source":"p. 4"}""");
        Add(3, A, 2, "west-mercia", "steps_to_green_set", """{"steps":[{"id":"s1","text":"Audit"},{"id":"s2","text":"Train\nall staff"}]}""");
        Add(4, A, 3, "west-mercia", "evidence_submitted", $$"""{"evidenceId":"e1","name":"Minutes","description":null,"link":null,"sha256":"{{EvidenceDigest}}","size":24,"steps":["s1"]}""");
        Add(7, B, 2, "cheshire", "level_graded", """{"level":3,"reason":null}""");
        Add(8, A, 4, "west-mercia", "closure_recommended", """{"statement":"Complete for six months.","versionJudged":3,"share":0.5}""");
        Add(9, B, 3, "cheshire", "progress_reported", """{"reportId":"r1","text":"P. Example reports.","forBoard":true}""");
        Add(10, B, 4, "cheshire", "erased", """{"version":3,"fields":["/text"],"basis":"UK GDPR article 17","reason":"A name was typed."}""");
        Add(11, A, 5, "west-mercia", "signed_off", """{"oversightNote":"Seen.","rule":"level-2-chief","ruleVersion":1}""");
        Add(12, B, 5, "cheshire", "owner_allocated", """{"owner":"head-of-crime","board":null}""");
        Add(13, C, 1, "hmicfrs", "position_declared", """{"position":"p1","counts":{"recommendation":104,"cause-of-concern":6}}""");
    }

    public List<WrittenLeaf> Leaves { get; } = [];

    public List<IReadOnlyList<Opening>> Openings { get; } = [];

    public List<byte[]> Hashes => [.. Leaves.Select(leaf => leaf.Hash)];

    public static CheckpointSigner Signer() => NoteTests.Signer(Origin);

    public byte[] Root(int size) => NaiveTree.Root(Hashes.ToArray().AsSpan(0, size));

    public SignedNote Note(int size, CheckpointSigner log, params CheckpointSigner[] witnesses)
    {
        var note = log.Sign(new Checkpoint(Origin, size, Root(size)));
        return note with { Signatures = [.. note.Signatures, .. witnesses.Select(witness => witness.Sign(note.Text))] };
    }

    public Receipt Receipt(int index, SignedNote note) =>
        new(index, Leaves[index].Body, NaiveTree.Path(index, Hashes.ToArray().AsSpan(0, (int)Checkpoint.Parse(note.Text).Size)), note);

    public EarlierCheckpoint Earlier(SignedNote note, int size) =>
        new(note, NaiveTree.Consistency((int)Checkpoint.Parse(note.Text).Size, Hashes.ToArray().AsSpan(0, size)));

    private void Add(long position, string stream, long version, string tenant, string type, string data)
    {
        var e = new LeafEvent(
            position,
            new Guid(position.ToString("x32", CultureInfo.InvariantCulture)),
            Guid.Parse(stream),
            version,
            type,
            new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero).AddSeconds(position).AddMicroseconds(position * 7),
            tenant,
            position == 7 ? "Other.Program, Other" : null,
            $"c-{position}",
            position == 11 ? "c-8" : null,
            position == 7 ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes("""{"role":"flo","actor":"a-1","effective_on":"2026-11-20"}"""),
            Encoding.UTF8.GetBytes(data),
            TakenIn: position == 7);
        var erasable = Erasable.GetValueOrDefault(type, ErasableMembers.None);
        var leaf = Leaf.Write(e, erasable, Salt);
        Leaves.Add(leaf);
        Openings.Add([.. LeafCommitment.Read(leaf.Body).Select((commitment, ordinal) => Open(Leaves.Count - 1, commitment, leaf.Salts.AsMemory(ordinal * 32, 32), data))]);
    }

    private void Salt(Span<byte> salt) => SHA256.HashData(Encoding.UTF8.GetBytes($"salt {++salts}"), salt);

    private static Opening Open(long index, LeafCommitment commitment, ReadOnlyMemory<byte> salt, string data)
    {
        if (index == 6) return Opening.Erased(6, commitment.Pointer, by: 7);
        using var document = System.Text.Json.JsonDocument.Parse(data);
        var text = commitment.Pointer[1..].Split('/').Aggregate(document.RootElement, (value, part) =>
            value.ValueKind == System.Text.Json.JsonValueKind.Array ? value[int.Parse(part, CultureInfo.InvariantCulture)] : value.GetProperty(part));
        return Opening.Of(index, commitment.Pointer, salt, text.GetString()!);
    }
}
