using Lifecycle.Domain;
using Lifecycle.Domain.Recommendations;
using static Lifecycle.Testing.People;

namespace Lifecycle.Testing;

/// <summary>Records to begin a story with, and the stretches of a life that many stories share.</summary>
public static class Records
{
    public const string RaisedOn = "2024-01-10";

    public static readonly StepToGreen StepOne = new("1", "Every search is recorded with its grounds.", StepOrigin.Hmicfrs);
    public static readonly StepToGreen StepTwo = new("2", "Supervisors review a sample each month.", StepOrigin.Force);

    public static RecommendationCommand Raised(
        int? level = null,
        RecordKind kind = RecordKind.AreaForImprovement,
        string body = "west-mercia",
        string on = RaisedOn,
        IReadOnlyList<DeadlineStage>? deadlines = null,
        string publication = "peel-west-mercia-2024") =>
        new RaiseRecommendation(new RecommendationRaised(
            StreamIds.Reference(publication, "1", body), publication, "1", null, kind, false, body,
            "Stop and search", "Record the grounds of every search.", level, deadlines ?? [], null, null, [], [], [], Day(on), null))
            .By(Hmi(on));

    public static RecommendationCommand Evidence(string on = "2024-02-01", string id = "audit", string body = "west-mercia") =>
        new SubmitEvidence("Audit of searches", id, Link: "https://example.org/audit").By(Flo(on, body));

    public static RecommendationCommand Recommended(string on = "2024-03-01", string body = "west-mercia") =>
        new RecommendClosure("Every search of the sample had its grounds.").By(Flo(on, body));

    /// <summary>Raised, one item of evidence, closure recommended on 2024-03-01 by flo-1.</summary>
    public static RecommendationCommand[] AwaitingSignOff(int? level, RecordKind kind = RecordKind.AreaForImprovement) =>
        [Raised(level, kind), Evidence(), Recommended()];

    /// <summary>Awaiting sign-off at level 3, signed off by the force liaison lead on 2024-04-01.</summary>
    public static RecommendationCommand[] SignedOff() => [.. AwaitingSignOff(3), new SignOff().By(Fll("2024-04-01"))];
}
