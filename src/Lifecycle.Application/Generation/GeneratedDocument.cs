using Lifecycle.Application.Import;
using Lifecycle.Domain;
using Lifecycle.Domain.Authority;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Generation;

/// <summary>A generated register as a file would hold it: the same publications, acts and positions, to be imported at one moment.</summary>
public sealed class GeneratedDocument
{
    private const string File = "generated";

    private static readonly Dictionary<Type, string> Verbs = RecommendationCommands.Known.ToDictionary(pair => pair.Value, pair => pair.Key);

    private readonly List<PublicationEntry> _publications = [];
    private readonly List<PositionEntry> _positions = [];
    private readonly Dictionary<string, List<RegisterAct>> _lives = [];
    private readonly Dictionary<string, List<RegisterAct>> _causes = [];

    private GeneratedDocument()
    {
    }

    /// <param name="events">About how many events the import will add.</param>
    public static RegisterDocument Of(int events, int seed)
    {
        var written = new GeneratedDocument();
        var timeline = new Timeline(seed, events, AuthorityRules.Current, written.Write);
        _ = timeline.Sittings().Count();
        return new RegisterDocument(File, $"Generated, seed {seed}", "Generated", written._publications, written.Lifecycles(), written._positions);
    }

    private void Write(WorkStream stream, Deed deed)
    {
        switch (deed.Command)
        {
            case Publish publish: _publications.Add(new(publish, deed.On, At($"publications[{_publications.Count}]"))); break;
            case DeclarePosition declare: _positions.Add(new(declare, At($"declaredPositions[{_positions.Count}]"))); break;
            case RecommendationCommand command: Write(stream.Now.Recommendation!, command, deed); break;
        }
    }

    private void Write(Recommendation record, RecommendationCommand command, Deed deed)
    {
        var lives = record.Kind == RecordKind.CauseOfConcern ? _causes : _lives;
        if (!lives.TryGetValue(record.Reference, out var acts)) lives.Add(record.Reference, acts = []);
        acts.Add(new(Verbs[command.GetType()], command, deed.By!, deed.On, null, At($"lifecycles/{record.Reference}.acts[{acts.Count}]")));
    }

    // A cause of concern is closed after what answers it, so it stands after it.
    private List<LifecycleEntry> Lifecycles() =>
        [.. _lives.Concat(_causes).Select(life => new LifecycleEntry(life.Key, life.Value, At($"lifecycles/{life.Key}")))];

    private static Place At(string path) => new(File, $"$.{path}");
}
