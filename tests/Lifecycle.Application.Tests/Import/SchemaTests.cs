using System.Text.Json;
using System.Text.Json.Nodes;
using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Xunit;

namespace Lifecycle.Application.Tests.Import;

/// <summary>The published schema says what the commands of the domain take: nothing forgotten, nothing that would be dropped in silence.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema = Load();

    public static TheoryData<string> Verbs => [.. RecommendationCommands.Known.Keys];

    [Fact]
    public void Every_verb_has_its_shape() => Assert.Equal(
        RecommendationCommands.Known.Keys.Select(verb => $"#/$defs/act-{verb}"),
        Schema["$defs"]!["act"]!["oneOf"]!.AsArray().Select(branch => (string)branch!["$ref"]!));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_takes_what_its_command_takes(string verb) =>
        Assert.Equal(FieldsOf(RecommendationCommands.Known[verb]), Properties($"act-{verb}").Except(["command", "by", "on", "source"]).Order());

    [Theory]
    [InlineData("publication", typeof(Publish))]
    [InlineData("record", typeof(MadeRecord))]
    [InlineData("deadline", typeof(DeadlineStage))]
    [InlineData("judgments", typeof(JudgmentsGraded))]
    [InlineData("judgment", typeof(AreaJudgment))]
    [InlineData("counts", typeof(CountsDeclared))]
    [InlineData("correction", typeof(Corrected))]
    [InlineData("step", typeof(StepToGreen))]
    [InlineData("position", typeof(DeclarePosition))]
    [InlineData("who", typeof(Performer))]
    public void A_part_takes_what_the_domain_takes(string part, Type type) => Assert.Equal(FieldsOf(type), Properties(part).Order());

    [Fact]
    public void The_diary_takes_what_the_domain_takes()
    {
        var properties = Schema["$defs"]!["diaryEntry"]!["oneOf"]!.AsArray().SelectMany(branch => branch!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(FieldsOf(typeof(DiaryEntry)), properties.Distinct().Order());
    }

    [Theory]
    [InlineData("record", "kind", typeof(RecordKind))]
    [InlineData("deadline", "form", typeof(DeadlineForm))]
    [InlineData("judgments", "scale", typeof(JudgmentScale))]
    [InlineData("judgment", "provenance", typeof(GradeProvenance))]
    [InlineData("publication", "precision", typeof(DatePrecision))]
    [InlineData("who", "role", typeof(Role))]
    [InlineData("act-rate-rag", "rag", typeof(Rag))]
    [InlineData("act-link", "relation", typeof(LinkRelation))]
    public void Words_are_those_of_the_domain(string part, string property, Type type) => Assert.Equal(
        Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, EventCodec.Json)!.GetValue<string>()).Order(),
        Schema["$defs"]![part]!["properties"]![property]!["enum"]!.AsArray().Select(word => (string)word!).Order());

    [Fact]
    public void Every_property_says_what_it_is() => Assert.All(
        Schema["$defs"]!.AsObject().Where(part => part.Value!["properties"] is not null).SelectMany(part => part.Value!["properties"]!.AsObject()),
        property => Assert.True(property.Value!["description"] is not null || property.Value["const"] is not null || property.Value["$ref"] is not null, property.Key));

    private static IEnumerable<string> Properties(string part) => Schema["$defs"]![part]!["properties"]!.AsObject().Select(property => property.Key);

    private static IEnumerable<string> FieldsOf(Type type) => type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!
        .GetParameters().Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)).Order();

    private static JsonObject Load()
    {
        using var stream = typeof(RegisterFile).Assembly.GetManifestResourceStream("register.schema.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
