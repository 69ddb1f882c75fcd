using Lifecycle.Domain;
using Xunit;

namespace Lifecycle.Application.Tests;

/// <summary>The first event of a stream tells what the stream is of.</summary>
public sealed class StreamTypesTests
{
    [Fact]
    public void Every_event_is_of_one_aggregate_but_those_that_happen_to_all() =>
        Assert.Equal(["corrected", "erased"], EventCodec.Known.Keys.Except(StreamTypes.ByFirstEvent.Keys).Order());

    [Theory]
    [InlineData("publication_released", StreamTypes.Publication)]
    [InlineData("inspection_notified", StreamTypes.Publication)]
    [InlineData("recommendation_raised", StreamTypes.Recommendation)]
    [InlineData("position_declared", StreamTypes.Position)]
    public void What_a_stream_begins_with_tells_its_type(string first, string type) => Assert.Equal(type, StreamTypes.ByFirstEvent[first]);
}
