using Lifecycle.Domain;
using Lifecycle.Domain.Publications;
using Lifecycle.ReadModels;
using Lifecycle.Web.Site;

namespace Lifecycle.Web.Pages.Publications;

/// <summary>A count that a publication prints, beside what the register holds of it.</summary>
/// <param name="Held">Null where there is nothing to count: see <see cref="InRegister"/>.</param>
/// <param name="IsEntered">Whether any record of the publication has been entered.</param>
public sealed record PrintedCount(DeclaredCount Declared, long? Held, bool IsEntered)
{
    public bool Differs => Held is { } held && Declared.Count is { } count && held != count;

    public string InRegister => !IsEntered ? "Not entered" : Held is { } held ? Wording.Number(held) : "Not counted";

    /// <param name="made">Records that the publication makes.</param>
    /// <param name="sees">Whether the viewer may see the records of a body.</param>
    public static PrintedCount Of(DeclaredCount declared, IReadOnlyList<BodyStanding> standings, int made, Func<string, bool> sees)
    {
        long? held = null;
        if (declared.Subject == DeclareCounts.National)
            held = declared.Counted == "made" ? made : null;
        else if (sees(declared.Subject))
            held = Like(declared.Counted, standings.FirstOrDefault(one => one.Body == declared.Subject) ?? new(declared.Subject, []));
        return new(declared, made > 0 ? held : null, made > 0);
    }

    private static long? Like(string counted, BodyStanding body) => counted switch
    {
        "made" => body.Held,
        "relevant" => body.Relevant,
        "implemented" => body.Claimed,
        "closed-not-applicable" => body.With(Status.ClosedNotApplicable),
        _ => PublicationWords.KindCounted(counted) is { } kind ? body.OfKind(kind) : null,
    };
}
