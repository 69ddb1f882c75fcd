using System.Text;
using Lifecycle.Application.Import;
using Xunit;

namespace Lifecycle.Application.Tests.Import;

/// <summary>What is not even JSON, or JSON of quite another kind, is told like any other problem.</summary>
public sealed class MalformedFileTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("null", 1)]
    [InlineData("{\n\"title\": \"a\",\n}", 3)]
    [InlineData("{\n\"title\": \"\\ud800\" }", 2)]
    public void What_is_not_JSON_is_told_by_its_line(string text, int line) =>
        Assert.Equal(line, Text.Register(text).Problems.Single().Place.Row);

    [Fact]
    public void A_property_given_twice_is_told() =>
        Assert.Contains("'title'", Text.Register("{ \"title\": \"a\", \"title\": \"b\" }").Lines().Single(), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_problem() =>
        Assert.NotNull(RegisterFile.Read(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(RegisterFileTests.Small)]), "register.json").Document);

    [Fact]
    public void Bad_input_never_throws()
    {
        var good = Encoding.UTF8.GetBytes(RegisterFileTests.Small);
        var random = new Random(17);
        for (var i = 0; i < 5_000; i++)
        {
            var bad = good.ToArray();
            for (var change = 0; change <= i % 4; change++) bad[random.Next(bad.Length)] = i % 2 == 0 ? (byte)random.Next(256) : good[random.Next(good.Length)];
            var reading = RegisterFile.Read(new MemoryStream(bad, 0, random.Next(bad.Length + 1)), "bad.json");
            Assert.True(reading.Document is null != (reading.Problems.Count == 0));
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{ "format": "lifecycle-register/1", "title": "T", "publications": [null], "lifecycles": [{ "reference": "a", "acts": [7] }], "declaredPositions": {} }""")]
    [InlineData("""{ "format": "lifecycle-register/1", "title": "T", "declaredPositions": [{ "position": "p", "subject": { "kind": "national-average" }, "asAt": "2023-09-04", "counts": { "recommendation": 1e300 }, "source": "s" }] }""")]
    public void Other_JSON_is_told_and_not_thrown(string json) => Assert.NotEmpty(Text.Register(json).Problems);
}
