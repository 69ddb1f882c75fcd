using System.Collections.Concurrent;
using Lifecycle.Application.Import;
using Lifecycle.Domain;

namespace Lifecycle.Application.Generation;

/// <summary>The posts that work on a body's records. Ids, never names.</summary>
internal sealed class Staff
{
    private static readonly ConcurrentDictionary<string, Staff> Known = new();

    private Staff(string body)
    {
        var national = Bodies.Find(body)!.Kind == BodyKind.NationalBody;
        Performer Post(Role role, string word) => national
            ? new($"national.{body}", Role.National, body)
            : new($"{word}.{body}", role, body);
        (Flo, Lead, Dcc) = (Post(Role.Flo, "flo"), Post(Role.Lead, "lead"), Post(Role.Dcc, "dcc"));
        (Chief, Fll) = (Post(Role.Chief, "chief"), new($"fll.{body}", Role.Fll, Bodies.Hmicfrs));
    }

    /// <summary>HM Inspector, for the inspectorate as a whole.</summary>
    public static Performer Hmi { get; } = new("hmi", Role.Hmi, Bodies.Hmicfrs);

    public Performer Flo { get; }

    public Performer Lead { get; }

    public Performer Dcc { get; }

    public Performer Chief { get; }

    /// <summary>HMICFRS's own lead for this body.</summary>
    public Performer Fll { get; }

    public static Staff Of(string body) => Known.GetOrAdd(body, id => new Staff(id));
}
