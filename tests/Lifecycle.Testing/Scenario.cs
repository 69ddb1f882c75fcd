using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Recommendations;
using Xunit;

namespace Lifecycle.Testing;

/// <summary>
/// One record's story: Given(commands that happened).When(a command).Then(what follows). Arranged through commands, so a
/// test starts only where the product can get to; and every Then decides again and expects nothing new.
/// </summary>
public sealed class Scenario
{
    private readonly List<Recorded> _stream = [];
    private RecommendationCommand? _when;

    public static Scenario Given(params RecommendationCommand[] happened) => new Scenario().And(happened);

    public IReadOnlyList<Recorded> Stream => _stream;

    public Recommendation? State => Recommendation.Fold(_stream);

    public Scenario And(params RecommendationCommand[] happened)
    {
        foreach (var command in happened)
        {
            var decision = Decide(command);
            Append(command.Act, Assert.IsType<Decision.Accepted>(decision, exactMatch: true).Events);
        }

        return this;
    }

    public Scenario When(RecommendationCommand command)
    {
        _when = command;
        return this;
    }

    public Scenario Then(params IEvent[] expected)
    {
        var events = Accepted();
        Assert.Equal(expected.Select(Stored), events.Select(Stored));
        Append(_when!.Act, events);
        Assert.Empty(Accepted());
        return this;
    }

    public Scenario ThenNothing() => Then();

    /// <summary>It is accepted, whatever its event says.</summary>
    public Scenario ThenAccepted() => Then([.. Accepted()]);

    public Scenario ThenStatus(Status status)
    {
        Assert.Equal(status, State!.Status);
        return this;
    }

    /// <param name="says">Words that the reader must find in the message.</param>
    public Scenario ThenRefused(string code, params string[] says)
    {
        var refusal = Assert.IsType<Decision.Refused>(Decide(_when!)).Refusal;
        Assert.Equal(code, refusal.Code);
        Assert.All(says, words => Assert.Contains(words, refusal.Message, StringComparison.Ordinal));
        return this;
    }

    private IReadOnlyList<IEvent> Accepted()
    {
        var decision = Decide(_when!);
        return decision is Decision.Accepted accepted ? accepted.Events : throw new InvalidOperationException($"Refused: {decision}");
    }

    private Decision Decide(RecommendationCommand command) => RecommendationDecider.Decide(command, State, AuthorityRules.Current);

    private void Append(Act act, IEnumerable<IEvent> events)
    {
        foreach (var happened in events)
            _stream.Add(new(_stream.Count + 1, act.At, EventHeaders.Of(act, happened), happened));
    }

    private static string Stored(IEvent happened) => $"{EventCodec.NameOf(happened)} {EventCodec.Write(happened)}";
}
