namespace Lifecycle.Domain.Recommendations;

/// <summary>Relate the record to another one. Allowed after the end too: later records cite earlier ones.</summary>
public sealed record LinkRecord(LinkRelation Relation, string Target, string? Note = null) : RecommendationCommand
{
    public static Decision Decide(LinkRecord c, Recommendation state)
    {
        var linked = new Linked(c.Relation, c.Target, c.Note);
        return Check.First(
                Check.Required("reference of the other record", c.Target, Check.Short),
                Check.Optional("note", c.Note, Check.Long),
                Check.When(c.Target == state.Reference, "link_to_itself", "A record cannot be linked to itself."))
            ?? Check.Stands(state.Links.Contains(linked))
            ?? Decision.Accept(linked);
    }
}
