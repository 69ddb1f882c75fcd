using System.Text;
using Lifecycle.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Api.Tests;

/// <summary>The ledger over HTTP: what anybody may check, and what only those may see who may see the event.</summary>
public sealed class LedgerTests(Service service)
{
    private const string Root = "/api/v1/ledger";

    private Person Auditor => service.As("demo.auditor");

    [Fact]
    public async Task The_newest_checkpoint_is_signed_and_a_moment_old()
    {
        await Raised.NewAsync(service);
        var answer = await Auditor.GetAsync($"{Root}/checkpoint");

        Assert.Equal((200, "text/plain; charset=utf-8", "max-age=1"), (answer.Status, answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        Assert.True(Signing.CheckpointOf(answer.Text).Size > 0);
    }

    [Theory]
    [InlineData("demo.auditor", 200, null)]
    [InlineData("demo.admin", 200, null)]
    [InlineData("demo.hmi", 403, "role_not_allowed")]
    [InlineData("demo.flo.west-mercia", 403, "role_not_allowed")]
    public async Task Signing_now_is_for_auditors_and_administrators(string persona, int status, string? code)
    {
        await Raised.NewAsync(service);
        var answer = await SignAsync(persona);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        if (status == 200) Assert.True(Signing.CheckpointOf(answer.Text).Size >= await HeadAsync() - 50);
    }

    [Fact]
    public async Task A_receipt_proves_the_event_and_can_be_had_at_once()
    {
        var record = await Raised.NewAsync(service);
        var position = await PositionAsync(record);

        var answer = await record.As("flo").GetAsync($"{Root}/proof/{position}");

        Assert.Equal(200, answer.Status);
        Assert.Equal($"attachment; filename=\"event-{position}.tlog-proof\"", answer.Headers["Content-Disposition"]);
        var receipt = Receipt.Parse(Encoding.UTF8.GetBytes(answer.Text));
        Assert.True(receipt.Holds());
        Assert.Contains($"\"position\":{position},", Encoding.UTF8.GetString(receipt.Leaf.Span), StringComparison.Ordinal);
        Assert.Contains("{\"$commitment\":\"", Encoding.UTF8.GetString(receipt.Leaf.Span), StringComparison.Ordinal);

        var size = Signing.CheckpointOf(receipt.Note.Text + "\n" + string.Concat(receipt.Note.Signatures)).Size;
        await Raised.NewAsync(service);
        await SignAsync("demo.auditor");
        Assert.Equal(answer.Text, (await record.As("flo").GetAsync($"{Root}/proof/{position}?size={size}")).Text);
    }

    [Fact]
    public async Task What_one_may_not_see_has_no_receipt()
    {
        var record = await Raised.NewAsync(service, body: "essex");
        var position = await PositionAsync(record);

        Assert.Equal("not_found", (await service.As("demo.flo.west-mercia").GetAsync($"{Root}/proof/{position}")).Code);
        Assert.Equal("not_found", (await Auditor.GetAsync($"{Root}/proof/{long.MaxValue}")).Code);
        Assert.Equal("not_signed_in", (await service.Nobody().GetAsync($"{Root}/proof/{position}")).Code);
        Assert.Equal("checkpoint_unknown", (await Auditor.GetAsync($"{Root}/proof/{position}?size=1")).Code);
        Assert.Equal("malformed", (await Auditor.GetAsync($"{Root}/proof/{position}?size=x")).Code);
    }

    [Fact]
    public async Task Consistency_shows_that_nothing_before_was_changed()
    {
        var earlier = Signing.CheckpointOf((await SignAsync("demo.auditor")).Text);
        await Raised.NewAsync(service);
        var later = Signing.CheckpointOf((await SignAsync("demo.auditor")).Text);

        var answer = await service.As("demo.board.west-mercia").GetAsync($"{Root}/consistency?from={earlier.Size}&to={later.Size}");

        var proof = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Convert.FromBase64String).ToList();
        Assert.True(Proofs.Continues(earlier.Size, earlier.Root, later.Size, later.Root, proof));
        Assert.Equal("checkpoint_unknown", (await Auditor.GetAsync($"{Root}/consistency?from={later.Size + 1000}")).Code);
        Assert.Equal("malformed", (await Auditor.GetAsync($"{Root}/consistency")).Code);
    }

    [Fact]
    public async Task A_witness_signs_with_us_and_is_shown()
    {
        var note = (await SignAsync("demo.auditor")).Text;
        var text = note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 1)];

        var cosigned = await CosignAsync(note + service.Witness.Sign(text));

        Assert.Equal((200, 2), (cosigned.Status, cosigned.Text.Split("— ").Length - 1));
        Assert.Equal("cosignature_unknown", (await CosignAsync(note)).Code);
        Assert.Equal("cosignature_unknown", (await CosignAsync(note + service.Witness.Sign(text + "x"))).Code);
        Assert.Equal("cosignature_unknown", (await CosignAsync("nonsense")).Code);
        Assert.Equal("body_too_large", (await CosignAsync(new string('x', 100_000))).Code);
    }

    [Fact]
    public async Task Without_a_key_everything_goes_on_but_checkpoints()
    {
        await using var unsigned = await service.StartAsync();
        var person = unsigned.As("demo.auditor");

        Assert.Equal("checkpoint_refused", (await Signing.SignAsync(person)).Code);
        Assert.Equal("not_found", (await person.GetAsync($"{Root}/checkpoint")).Code);
        Assert.Equal((200, "Degraded"), ((await person.GetAsync("/health/ready")).Status, (await person.GetAsync("/health/ready")).Text));
        Assert.Equal(201, (await unsigned.As("demo.hmi").PostAsync("/api/v1/publications", Raised.Paper(Raised.NewId(), [Raised.Record("1", "recommendation", 2, ["kent"])]))).Status);
    }

    private Task<Answer> SignAsync(string persona) => Signing.SignAsync(service.As(persona));

    private Task<Answer> CosignAsync(string note) => service.As("demo.auditor").PostTextAsync($"{Root}/checkpoint/cosignatures", note, mediaType: "text/plain");

    private async Task<long> HeadAsync() => await service.Services.GetRequiredService<EventStore.EventStore>().HeadAsync(TestContext.Current.CancellationToken);

    private async Task<long> PositionAsync(Raised record) =>
        (await Auditor.ReadAsync($"{record.Path}/history")).GetProperty("items")[0].GetProperty("position").GetInt64();
}
