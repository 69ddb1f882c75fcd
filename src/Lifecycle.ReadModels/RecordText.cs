using Lifecycle.ReadModels.Tables;

namespace Lifecycle.ReadModels;

/// <summary>The words that a search looks through. Apart from the other facts, which change often while these hardly ever do.</summary>
internal sealed record RecordText(string Reference, string Title, string Summary)
{
    public static IReadModel Model { get; } = new BitemporalTable<RecordText>(
        "recommendation_text", shape: 1,
        Cut.One(history => history.Record, picture => picture.Text, picture => picture.State.RaisedOn),
        [
            Column.Text("reference", (RecordText text) => text.Reference),
            Column.Text("title", (RecordText text) => text.Title),
            Column.Text("summary", (RecordText text) => text.Summary),
        ]);
}
