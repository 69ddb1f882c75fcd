namespace Lifecycle.Domain.Recommendations;

// Whether somebody who judged the record sent it back, and nobody has answered since.
public sealed partial record Recommendation
{
    /// <summary>The day of the last return, by scrutiny or by whoever signs off, that neither a new pass nor a new recommendation answers; null when there is none.</summary>
    public DateOnly? ReturnedOn
    {
        get
        {
            for (var at = Log.Count - 1; at >= 0; at--)
            {
                if (Log[at].Event is ClosureReturned or ScrutinyReturned) return Log[at].On;
                if (Answers(Log[at].Event)) return null;
            }

            return null;
        }
    }

    private static bool Answers(IEvent happened) => happened
        is ScrutinyPassed or ClosureRecommended or SignedOff or ClosedNotApplicable or Superseded or Withdrawn or Reopened;
}
