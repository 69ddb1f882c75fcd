using System.Text.Json;
using System.Text.Json.Nodes;
using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Import;

/// <summary>Makes commands of JSON that fits the schema, and leaves out what does not, so that the rest can still be checked.</summary>
/// <param name="fileName">Name of the file, for the places.</param>
/// <param name="report">Takes what still goes wrong, with its path.</param>
/// <param name="isBroken">Whether something within a path has been reported.</param>
internal sealed class RegisterTyping(string fileName, Action<string, string> report, Func<string, bool> isBroken)
{
    public RegisterDocument Document(JsonObject file)
    {
        var publications = Typed<Publish>(file, "publications");
        var positions = Typed<DeclarePosition>(file, "declaredPositions");
        var rules = new RegisterRules(report);
        rules.Publications([.. publications.Select(item => (item.Command, item.Path))]);
        rules.Positions([.. positions.Select(item => (item.Command, item.Path))]);
        return new RegisterDocument(
            fileName,
            Text(file, "title") ?? "",
            Text(file, "source"),
            [.. publications.SelectMany(item => Entries(item.Command, Place(item.Path)))],
            [.. Items(file, "lifecycles").SelectMany(item => Lifecycles(item.Node, item.Path))],
            [.. positions.Select(item => new PositionEntry(item.Command, Place(item.Path)))]);
    }

    private IEnumerable<(JsonObject Node, string Path)> Items(JsonObject file, string name) =>
        (file[name] as JsonArray ?? []).Index()
            .Select(item => (Node: item.Item, Path: $"$.{name}[{item.Index}]"))
            .Where(item => !isBroken(item.Path))
            .Select(item => (item.Node!.AsObject(), item.Path));

    private List<(TCommand Command, JsonObject Node, string Path)> Typed<TCommand>(JsonObject file, string name)
        where TCommand : Command =>
        [.. Items(file, name)
            .Select(item => (Command: As(typeof(TCommand), item.Node, item.Path) as TCommand, item.Node, item.Path))
            .Where(item => item.Command is not null)
            .Select(item => (item.Command!, item.Node, item.Path))];

    private IEnumerable<LifecycleEntry> Lifecycles(JsonObject node, string path)
    {
        var acts = node["acts"]!.AsArray().Index().Select(act => Act(act.Item!.AsObject(), $"{path}.acts[{act.Index}]")).OfType<RegisterAct>().ToList();
        return References.Expand((string)node["reference"]!).Select(reference => new LifecycleEntry(reference, acts, Place(path)));
    }

    private RegisterAct? Act(JsonObject act, string path)
    {
        var verb = (string)act["command"]!;
        return As(RecommendationCommands.Known[verb], act, path) is RecommendationCommand command
            ? new(verb, command, act["by"].Deserialize<Performer>(EventCodec.Json)!, act["on"].Deserialize<DateOnly>(), Text(act, "source"), Place(path))
            : null;
    }

    // The schema has been met, so this fails only where a number is too large for its type.
    private object? As(Type type, JsonObject node, string path)
    {
        try
        {
            return node.Deserialize(type, EventCodec.Json);
        }
        catch (JsonException unreadable)
        {
            report(path + unreadable.Path?.TrimStart('$'), "This value cannot be read. Compare it with the schema.");
            return null;
        }
    }

    private Place Place(string path) => new(fileName, path);

    // The schema asks every entry of a diary for its day, so none falls back on today.
    private static IEnumerable<PublicationEntry> Entries(Publish whole, Place place) =>
        PublishedByDay.Split(whole, DateOnly.MaxValue).Select(part => new PublicationEntry(part.Item, part.On, place));

    private static string? Text(JsonObject node, string name) =>
        node[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
