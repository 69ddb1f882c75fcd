namespace Lifecycle.Domain.Publications;

/// <summary>The one door to every command on a publication.</summary>
public static class PublicationDecider
{
    public static Decision Decide(PublicationCommand command, Publication? state) =>
        Check.First(EffectiveDay.InFuture(command.Act), Roles.ByHmicfrs(command.Act, command.OwnSource))
        ?? command switch
        {
            NotifyInspection c => NotifyInspection.Decide(c, state),
            ExpectReinspection c => ExpectReinspection.Decide(c, state),
            HoldReinspection c => HoldReinspection.Decide(c, state),
            ReleasePublication c => ReleasePublication.Decide(c, state),
            MakeRecords c => MakeRecords.Decide(c, state),
            GradeJudgments c => GradeJudgments.Decide(c, state),
            DeclareCounts c => DeclareCounts.Decide(c, state),
            CorrectPublication c => CorrectPublication.Decide(c, state),
            Publish c => Publish.Decide(c, state),
            _ => throw new NotSupportedException($"{command.GetType().Name} has no rules. Add it to {nameof(PublicationDecider)}."),
        };
}
