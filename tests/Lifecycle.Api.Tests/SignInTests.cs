namespace Lifecycle.Api.Tests;

public sealed class SignInTests(Service service)
{
    [Theory]
    [InlineData("/api/v1/recommendations")]
    [InlineData("/api/v1/recommendations/any")]
    [InlineData("/api/v1/publications")]
    [InlineData("/api/v1/positions")]
    [InlineData("/api/v1/sign-off-queue")]
    [InlineData("/api/v1/events")]
    [InlineData("/api/v1/events/stream")]
    [InlineData("/api/v1/grades")]
    public async Task Nobody_reads_without_signing_in(string path)
    {
        var answer = await service.Nobody().GetAsync(path);
        Assert.Equal((401, "not_signed_in", "Bearer"), (answer.Status, answer.Code, answer.Headers["WWW-Authenticate"]));
    }

    [Theory]
    [InlineData("demo.flo.atlantis")]
    [InlineData("demo.king.essex")]
    [InlineData("demo")]
    [InlineData("DEMO.HMI")]
    [InlineData("demo.hmi x")]
    public async Task A_persona_that_does_not_exist_is_nobody(string persona) =>
        Assert.Equal("not_signed_in", (await service.As(persona).GetAsync("/api/v1/recommendations")).Code);

    [Fact]
    public async Task Everybody_in_the_list_of_personas_can_sign_in()
    {
        var personas = (await service.Nobody().ReadAsync("/api/v1/demo/personas")).EnumerateArray().ToList();
        Assert.Contains(personas, persona => persona.GetProperty("token").GetString() == "demo.flo.west-mercia");
        foreach (var role in personas.GroupBy(persona => persona.GetProperty("role").GetString()))
            Assert.Equal(200, (await service.As(role.First().GetProperty("token").GetString()!).GetAsync("/api/v1/recommendations?pageSize=1")).Status);
    }

    [Fact]
    public async Task Without_demo_mode_nobody_can_sign_in_and_there_are_no_personas()
    {
        await using var plain = await service.StartAsync(("Demo", "false"));
        Assert.Equal("not_signed_in", (await plain.As("demo.hmi").GetAsync("/api/v1/recommendations")).Code);
        Assert.Equal("not_found", (await plain.As("demo.hmi").GetAsync("/api/v1/demo/personas")).Code);
    }
}
