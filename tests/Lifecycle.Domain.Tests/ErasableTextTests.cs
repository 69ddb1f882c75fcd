using System.Collections;
using System.Text.Json;

namespace Lifecycle.Domain.Tests;

public class ErasableTextTests
{
    public static TheoryData<string> Names => [.. EventCodec.Known.Keys.Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_of_every_event_is_either_erasable_or_kept(string name) =>
        Assert.Equal(
            Texts(EventCodec.Known[name], "").Order(StringComparer.Ordinal),
            ErasableText.In(name).Concat(ErasableText.KeptIn(name)).Order(StringComparer.Ordinal));

    [Fact]
    public void An_unknown_event_has_none() => Assert.Empty(ErasableText.In("never_heard_of"));

    private static IEnumerable<string> Texts(Type type, string pointer)
    {
        if (type == typeof(string))
            return [pointer];
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return type.GetGenericArguments() is [var element] ? Texts(element, pointer + "/*") : Texts(type.GetGenericArguments()[1], pointer + "/*");
        return type.Namespace?.StartsWith("Lifecycle", StringComparison.Ordinal) == true && type.IsClass
            ? type.GetProperties().SelectMany(member => Texts(member.PropertyType, $"{pointer}/{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}"))
            : [];
    }
}
