using System.Text;
using Lifecycle.Ledger;

namespace Lifecycle.Api.Tests;

/// <summary>Checkpoints over HTTP.</summary>
internal static class Signing
{
    /// <summary>Asks for a checkpoint of what is stored now.</summary>
    public static Task<Answer> SignAsync(Person person) => person.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/ledger/checkpoint"));

    /// <summary>What a signed note says of the log.</summary>
    public static Checkpoint CheckpointOf(string note) => Checkpoint.Parse(SignedNote.Parse(Encoding.UTF8.GetBytes(note)).Text);
}
