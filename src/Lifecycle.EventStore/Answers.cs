namespace Lifecycle.EventStore;

/// <summary>Tells those who wait what became of their appends.</summary>
internal static class Answers
{
    public static void Give(IReadOnlyList<Waiting> group, GroupPlan plan, long started, Database database)
    {
        for (var i = 0; i < group.Count; i++) Give(group[i], plan.Verdicts[i], database);
        Telemetry.Stored(group.Count, started);
    }

    public static Exception Of(Exception failed) =>
        Failures.Of(failed) is Failure.Broken ? new StoreUnavailableException(failed) : failed;

    private static void Give(Waiting waiting, Verdict verdict, Database database)
    {
        if (verdict.Appended is { } appended)
        {
            Telemetry.Appends.Add(appended.Repeated ? 0 : 1);
            waiting.Succeed(appended);
        }
        else if (verdict.Refused is { } refused)
        {
            Telemetry.Conflicts.Add(refused is ConflictException ? 1 : 0);
            waiting.Fail(refused);
        }
        else
        {
            // Not waited for: nobody else's commit has to wait for this answer.
            _ = GiveEarlierAsync(waiting, verdict.Earlier!, database);
        }
    }

    private static async Task GiveEarlierAsync(Waiting waiting, Receipt earlier, Database database)
    {
        try
        {
            waiting.Succeed(new(await GroupReads.EventsOfAsync(database, earlier, CancellationToken.None), Repeated: true));
        }
        catch (Exception failed)
        {
            waiting.Fail(Of(failed));
        }
    }
}
