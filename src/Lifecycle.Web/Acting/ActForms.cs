using System.Collections.Frozen;

namespace Lifecycle.Web.Acting;

/// <summary>The form of every command.</summary>
internal static class ActForms
{
    private static readonly FrozenDictionary<string, ActForm> Forms =
        DecidingForms.All.Concat(PlanningForms.All).Concat(ProvingForms.All).Concat(ReportingForms.All).Concat(KeepingForms.All).Concat(EndingForms.All)
            .ToFrozenDictionary(form => form.Command);

    /// <summary>Null when there is no such command.</summary>
    public static ActForm? Find(string command) => Forms.GetValueOrDefault(command);
}
