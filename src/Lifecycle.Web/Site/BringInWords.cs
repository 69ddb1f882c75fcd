using Lifecycle.Application.Import;
using Lifecycle.Web.BringIn;

namespace Lifecycle.Web.Site;

/// <summary>What bringing a register in is called on pages.</summary>
public static class BringInWords
{
    public static string Of(Stage stage) => stage switch
    {
        Stage.Checking => "being checked",
        Stage.Checked => "waits for your yes",
        Stage.Wrong => "has problems",
        Stage.Importing => "being imported",
        Stage.Imported => "imported",
        _ => "broke off",
    };

    /// <summary>Where in the file something is wrong.</summary>
    public static string Of(Place place) =>
        string.Join(", ", ((string?[])[place.Row is { } row ? $"row {row}" : null, place.Column is { } column ? $"column {column}" : null, place.Path]).OfType<string>())
            is { Length: > 0 } where ? where : "the whole file";

    /// <summary>What files hold, whether it is new or not: "1 publication, 12 records".</summary>
    public static string Of(Contents contents)
    {
        (int Number, string One, string Many)[] held =
        [
            (contents.PublicationCount, "publication", "publications"), (contents.RecordCount, "record", "records"),
            (contents.Lives, "record with a history", "records with a history"), (contents.Positions, "declared position", "declared positions"),
        ];
        return string.Join(", ", held.Where(one => one.Number > 0).Select(one => Wording.Count(one.Number, one.One, one.Many))) is { Length: > 0 } all ? all : "nothing";
    }

    /// <summary>"2 publications, 5 records and 12 events".</summary>
    public static string Of(ImportResult result) =>
        $"{Wording.Count(result.Publications, "new publication", "new publications")}, {Wording.Count(result.Records, "new record", "new records")} and {Wording.Count(result.Events, "event", "events")} in all";
}
