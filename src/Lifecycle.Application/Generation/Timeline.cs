using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.ReadModels;

namespace Lifecycle.Application.Generation;

/// <summary>
/// All stories of a register in the order in which they are recorded. Every command goes through the domain's deciders; a
/// refusal is a fault of the generator.
/// </summary>
/// <param name="told">Hears of every deed that was done.</param>
internal sealed class Timeline(int seed, int events, AuthorityRules rules, Action<WorkStream, Deed>? told = null)
{
    private const int EventsOfASitting = 400;
    private static readonly TimeSpan Begin = TimeSpan.FromHours(9);

    private readonly PriorityQueue<Story, (DateOnly Day, long Order)> _coming = new();
    private readonly List<Story> _changed = [];
    private readonly DeskDays _desk = new(events);
    private int _made;
    private long _order;
    private DateTimeOffset _now;

    public OpenRecords Open { get; } = new();

    public int Publications { get; private set; }

    public IEnumerable<Sitting> Sittings()
    {
        Add(Story.OfDeeds(new Programme(seed, events, _desk).Deeds(this)));
        Add(Story.OfDeeds(new PositionPapers(seed, events, _desk).Deeds(this)));
        while (_coming.TryPeek(out _, out var due))
        {
            _now = new DateTimeOffset(due.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) + Begin;
            while (_coming.TryPeek(out _, out var next) && next.Day == due.Day)
            {
                Do(_coming.Dequeue());
                if (_made < EventsOfASitting) continue;
                yield return Close();
                _now += TimeSpan.FromMinutes(1);
            }

            if (_made > 0) yield return Close();
        }
    }

    /// <summary>Adds a story whose first deed is known.</summary>
    public void Add(Story story)
    {
        if (story.Next is { } deed) _coming.Enqueue(story, (deed.RecordedOn, _order++));
    }

    public void Publish(Story story)
    {
        Publications++;
        Add(story);
    }

    private Sitting Close()
    {
        var sitting = new Sitting(_now, [.. _changed.Select(story => story.TakeChanges(_now))]);
        _changed.Clear();
        _made = 0;
        return sitting;
    }

    private void Do(Story story)
    {
        var deed = story.Next!;
        if (deed.Command is { } command) Do(story, deed, command);
        story.GoOn();
        Add(story);
    }

    private void Do(Story story, Deed deed, Command command)
    {
        var stream = story.Stream;
        var wasOpen = stream.Now.Recommendation?.Status.IsOpen() ?? false;
        var act = new Act(deed.By!.Actor, deed.By.Role, deed.By.Body, _now, deed.On);
        var made = Record(story, act, Decide(command with { Act = act }, stream.Now));
        told?.Invoke(stream, deed);
        if (stream.Now.Recommendation is { } record) Open.Follow(wasOpen, record);
        foreach (var raise in FanOutOf(stream.Now.Publication, made)) Raise(raise, act);
    }

    private void Raise(RaiseRecommendation raise, Act act)
    {
        var story = new Story(raise.Raised.Body, raise.Stream, StreamTypes.Recommendation);
        var onTheDay = act with { EffectiveOn = raise.Raised.RaisedOn, Source = raise.Raised.Source };
        Record(story, onTheDay, Decide(raise with { Act = onTheDay }, story.Stream.Now));
        Open.Raise(story.Stream.Now.Recommendation!);
        story.Begin(new RecordLife(story, Chance.Of(seed, raise.Stream), LondonDay.Of(_now), _desk, rules, Open).Deeds());
        Add(story);
    }

    private IReadOnlyList<IEvent> Record(Story story, Act act, Decision decision)
    {
        var made = decision is Decision.Accepted accepted ? accepted.Events
            : throw new InvalidOperationException($"The generator did what it may not, in {story.Stream.Id} on {act.EffectiveOn:yyyy-MM-dd}: {decision}");
        if (made.Count > 0 && story.Stream.Happened.Count == 0) _changed.Add(story);
        story.Stream.Record(act, made);
        _made += made.Count;
        return made;
    }

    private static IEnumerable<RaiseRecommendation> FanOutOf(Publication? publication, IReadOnlyList<IEvent> made) =>
        publication is null ? [] : FanOut.Of(publication, made.OfType<RecordsMade>().SelectMany(e => e.Records));

    private Decision Decide(Command command, StreamHistory history) => command switch
    {
        SignOff c => RecommendationDecider.Decide(c with { OpenChildren = Open.ChildrenOf(history.Recommendation!.Reference) }, history.Recommendation, rules),
        RecommendationCommand c => RecommendationDecider.Decide(c, history.Recommendation, rules),
        PublicationCommand c => PublicationDecider.Decide(c, history.Publication),
        DeclarePosition c => DeclarePosition.Decide(c, history.Position),
        _ => throw new NotSupportedException($"{command.GetType().Name} is not in the generator's vocabulary."),
    };
}
