using System.Text;
using System.Text.Json;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using static Lifecycle.Testing.Records;

namespace Lifecycle.Domain.Tests.Golden;

/// <summary>A stored shape can never change unseen: a golden file is never edited, a changed event is a new type with a file of its own.</summary>
public class GoldenTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Names => [.. EventCodec.Known.Keys.Order()];

    // An erased text is gone from its own event: there is nothing to fold.
    public static TheoryData<string> NamesOfChanges => [.. EventCodec.Known.Keys.Where(name => name != "erased").Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_stored_as_its_golden_file_and_read_back(string name)
    {
        var sample = Samples.All.Single(e => EventCodec.NameOf(e) == name);
        var golden = File.ReadAllText(Path.Combine(Folder, name + ".json")).TrimEnd();
        Assert.Equal(golden, EventCodec.Write(sample));
        var read = EventCodec.Read(name, Encoding.UTF8.GetBytes(golden));
        Assert.Equal(sample.GetType(), read.GetType());
        Assert.Equal(golden, EventCodec.Write(read));
    }

    [Fact]
    public void Codec_golden_files_and_samples_know_every_event()
    {
        var events = typeof(IEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEvent)) && !type.IsInterface).ToList();
        Assert.Equal(events.Select(type => type.Name).Order(), EventCodec.Known.Values.Select(type => type.Name).Order());
        Assert.Equal(EventCodec.Known.Keys.Order(), Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order());
        Assert.Equal(EventCodec.Known.Keys.Order(), Samples.All.Select(EventCodec.NameOf).Order());
    }

    [Theory]
    [MemberData(nameof(NamesOfChanges))]
    public void Every_event_changes_the_state_of_its_stream(string name)
    {
        var sample = Samples.All.Single(e => EventCodec.NameOf(e) == name);
        var states = new[] { typeof(Recommendation), typeof(Publication), typeof(DeclaredPosition) }
            .Where(type => type.GetMethod("Apply", [sample.GetType()]) is not null || type.GetMethod("Create", [sample.GetType()]) is not null);
        Assert.NotEmpty(states);
        Assert.True(ChangesRecommendation(sample) || ChangesPublication(sample) || sample is PositionDeclared);
    }

    [Fact]
    public void An_unknown_name_or_a_missing_field_is_not_read()
    {
        Assert.Throws<JsonException>(() => EventCodec.Read("never_heard_of", "{}"u8));
        Assert.Throws<JsonException>(() => EventCodec.Read("level_graded", """{"reason":null}"""u8));
        Assert.Throws<JsonException>(() => EventCodec.Read("rag_rated", """{"rag":2,"reason":"x"}"""u8));
    }

    [Fact]
    public void Headers_are_flat_snake_case_and_read_back()
    {
        var headers = new EventHeaders("flo-1", Role.Flo, "kent", new DateOnly(2024, 1, 2), "level-2-chief-constable@1", "clerk", "Portal");
        var json = EventCodec.WriteHeaders(headers);
        Assert.Equal(
            """{"actor":"flo-1","role":"flo","body":"kent","effective_on":"2024-01-02","authority_rule":"level-2-chief-constable@1","transcribed_by":"clerk","source":"Portal"}""",
            json);
        Assert.Equal(headers, EventCodec.ReadHeaders(Encoding.UTF8.GetBytes(json), DateTimeOffset.UnixEpoch));
    }

    [Theory, InlineData("{}"), InlineData("""{"tenant":"x"}""")]
    public void An_event_of_another_program_happened_when_it_was_recorded_and_says_so(string headers)
    {
        var read = EventCodec.ReadHeaders(Encoding.UTF8.GetBytes(headers), new DateTimeOffset(2024, 6, 30, 23, 30, 0, TimeSpan.Zero));
        Assert.Equal(("another-program", new DateOnly(2024, 7, 1)), (read.Actor, read.EffectiveOn));
        Assert.Contains("another program", read.Source, StringComparison.Ordinal);
    }

    // Everything but the log, the version and the day counts as a change; a state that knows all kinds of things shows it.
    private static bool ChangesRecommendation(IEvent sample)
    {
        var before = Recommendation.Create(((RaiseRecommendation)Raised()).Raised) with { WorkedOn = true };
        before = Apply(before, Apply(before, sample) == before ? [Met, Submitted, new ClosureRecommended("x", "y", [], 1)] : []);
        return sample is RecommendationRaised || Apply(before, sample) != before;
    }

    private static readonly IEvent Met = new StepsToGreenSet([new("1", "x", StepOrigin.Force)]);
    private static readonly IEvent Submitted = new EvidenceSubmitted("audit", "x", null, null, null, null, "https://example.org", Marking.Official, []);

    private static Recommendation Apply(Recommendation state, params IEvent[] events)
    {
        var headers = new EventHeaders("x", Role.Hmi, "hmicfrs", state.RaisedOn);
        return events.Aggregate(state, (current, e) => Recommendation.Evolve(current, new(1, default, headers, e))!)
            with
        { Version = state.Version, Log = state.Log, StatusSince = state.StatusSince };
    }

    private static bool ChangesPublication(IEvent sample)
    {
        var headers = new EventHeaders("x", Role.Hmi, "hmicfrs", default);
        return Publication.Evolve(new Publication(), new(1, default, headers, sample))! with { Version = 0 } != new Publication();
    }
}
