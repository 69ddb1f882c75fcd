using System.Text.Json.Serialization;

namespace Lifecycle.Domain.Recommendations;

/// <summary>A publication raises a record with one body. Made by publishing (see FanOut), never by a caller.</summary>
public sealed record RaiseRecommendation(RecommendationRaised Raised) : RecommendationCommand
{
    /// <summary>The stream that it begins.</summary>
    [JsonIgnore]
    public Guid Stream => StreamIds.Recommendation(Raised.Publication, Raised.Number, Raised.Body);

    public static Decision Decide(RaiseRecommendation c, Recommendation? state) =>
        Check.First(
            Check.Bodies([c.Raised.Body]),
            Check.When(c.Raised.Level is < 1 or > 4, "level_unknown", "Enter a level from 1 (least serious) to 4 (most serious), or none when it is not known."),
            Check.When(c.Act.EffectiveOn != c.Raised.RaisedOn, "raise_day", $"A record begins on the day of its publication, {c.Raised.RaisedOn.InWords()}."))
        ?? (state is null ? Decision.Accept(c.Raised) : AlreadyRaised(c.Raised, state));

    // The day is left out: a corrected publication raises nothing a second time.
    private static Decision AlreadyRaised(RecommendationRaised raised, Recommendation state) =>
        EventCodec.Same(raised with { RaisedOn = state.Raised.RaisedOn }, state.Raised)
            ? Decision.Nothing
            : Decision.Refuse(new("record_differs", $"{state.Reference} was raised with other content. Correct it instead of publishing it again."));
}
