using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;
using Lifecycle.EventStore;
using Lifecycle.Testing;

namespace Lifecycle.ReadModels.Tests;

/// <summary>A database of its own, worked on through the domain's commands; keeps every history in memory beside it, to compare with.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly Dictionary<Guid, Life> _lives = [];

    private World(Database database, MovableClock clock)
    {
        Database = database;
        Clock = clock;
        Store = new EventStore.EventStore(database, Projector.Inline, clock, new EventStoreOptions());
    }

    public Database Database { get; }

    public EventStore.EventStore Store { get; }

    public MovableClock Clock { get; }

    public IEnumerable<Life> Lives => _lives.Values;

    public IEnumerable<Life> Records => Lives.Where(life => life.Type == "recommendation");

    public static async Task<World> CreateAsync(PostgresFixture postgres)
    {
        var connection = await postgres.CreateDatabaseAsync([.. Migrations.EventStore, .. ReadModelMigrations.All]);
        return new World(Database.Open(new DatabaseOptions(connection)), new MovableClock());
    }

    public Life Record(string reference) => Records.Single(life => life.Raised.Reference == reference);

    /// <summary>Publishes and raises every record with every body addressed, in one append.</summary>
    public async Task PublishAsync(Publish publish, DateOnly? effectiveOn = null)
    {
        var act = Hmi with { EffectiveOn = effectiveOn ?? publish.PublishedOn ?? Clock.Today() };
        var publication = Life("hmicfrs", StreamIds.Publication(publish.Id), "publication");
        Decide(publication, publish with { Act = act }, PublicationDecider.Decide(publish with { Act = act }, Publication.Fold(publication.Events)));
        var state = Publication.Fold([.. publication.Events, .. publication.Pending.Select(Unplaced)])!;
        if (state.Released is not null)
        {
            foreach (var raise in FanOut.Of(state, state.Records))
                Do(raise.Raised.Body, raise.Stream, raise with { Act = act with { EffectiveOn = raise.Raised.RaisedOn } });
        }

        await CommitAsync();
    }

    public async Task DeclareAsync(DeclarePosition declare)
    {
        var act = Hmi with { Source = "paper" };
        var life = Life("hmicfrs", StreamIds.Position(declare.Position), "declared_position");
        Decide(life, declare with { Act = act }, DeclarePosition.Decide(declare with { Act = act }, DeclaredPosition.Fold(life.Events)));
        await CommitAsync();
    }

    public async Task CorrectPositionAsync(string position, CorrectPosition correct)
    {
        var life = _lives[StreamIds.Position(position)];
        var command = correct with { Act = Hmi };
        Decide(life, command, CorrectPosition.Decide(command, DeclaredPosition.Fold(life.Events)));
        await CommitAsync();
    }

    /// <summary>Does one thing to one record and expects the rules to allow it.</summary>
    public async Task DoAsync(string reference, Act act, RecommendationCommand command)
    {
        var life = Record(reference);
        var refusal = Do(life.Tenant, life.Stream, command with { Act = act });
        Assert.True(refusal is null, $"{command.GetType().Name}: {refusal?.Message}");
        await CommitAsync();
    }

    /// <summary>Everything that has to come before a sign-off.</summary>
    public async Task RecommendClosureAsync(string reference)
    {
        var force = Record(reference).Tenant;
        await DoAsync(reference, By(Role.Flo, force), new SubmitEvidence("minutes", Link: "https://example.org/minutes"));
        await DoAsync(reference, By(Role.Dcc, force), new PassScrutiny());
        await DoAsync(reference, By(Role.Flo, force), new RecommendClosure("all done"));
    }

    /// <summary>Adds what the command leads to to the next commit; what a rule refuses changes nothing.</summary>
    public Refusal? Do(string tenant, Guid stream, RecommendationCommand command)
    {
        var life = Life(tenant, stream, "recommendation");
        var state = Recommendation.Fold([.. life.Events, .. life.Pending.Select(Unplaced)]);
        return Decide(life, command, RecommendationDecider.Decide(command, state, AuthorityRules.Current));
    }

    /// <summary>Everything decided since the last commit, in one transaction at one moment.</summary>
    public async Task CommitAsync()
    {
        var changed = Lives.Where(life => life.Pending.Count > 0).ToList();
        if (changed.Count == 0) return;
        var appended = await Store.AppendAsync(new Append([.. changed.Select(life => life.AsAppend())], []), CancellationToken.None);
        foreach (var life in changed) life.Accept(appended.Events.Where(stored => stored.Stream == life.Stream));
    }

    public Act Hmi => new("hmi-1", Role.Hmi, Bodies.Hmicfrs, Clock.Now, Clock.Today());

    public Act By(Role role, string body, DateOnly? on = null) =>
        new($"{body}-{Words.Of(role)}", role, body, Clock.Now, on ?? Clock.Today(), Source: role == Role.Flo ? "portal" : null);

    public AsOf Now => new(Clock.Today());

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static Refusal? Decide(Life life, Command command, Decision decision)
    {
        if (decision is Decision.Refused refused) return refused.Refusal;
        life.Pending.AddRange(((Decision.Accepted)decision).Events.Select(e => new Happened(e, EventHeaders.Of(command.Act, e))));
        return null;
    }

    private Life Life(string tenant, Guid stream, string type)
    {
        if (!_lives.TryGetValue(stream, out var life)) _lives[stream] = life = new Life(tenant, stream, type);
        return life;
    }

    private Recorded Unplaced(Happened happened, int index) => new(int.MaxValue + (long)index, Clock.Now, happened.Headers, happened.Event);
}
