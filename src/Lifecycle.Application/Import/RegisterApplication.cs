using Lifecycle.Domain;

namespace Lifecycle.Application.Import;

/// <summary>One pass of register files over a desk: publications first, then what happened to their records, then declared positions.</summary>
internal sealed class RegisterApplication(Desk desk, Caller caller, DateTimeOffset now, IProgress<ImportProgress>? progress)
{
    private readonly List<ImportProblem> _problems = [];

    /// <summary>Everything that was refused; empty when all of it is on the desk.</summary>
    public async Task<IReadOnlyList<ImportProblem>> ApplyAsync(IReadOnlyList<RegisterDocument> documents, CancellationToken cancellation)
    {
        var steps = documents.SelectMany(Publications).Concat(documents.SelectMany(Lifecycles)).Concat(documents.SelectMany(Positions)).ToList();
        for (var done = 0; done < steps.Count; done++)
        {
            await steps[done](cancellation);
            progress?.Report(new ImportProgress(done + 1, steps.Count));
        }

        return _problems;
    }

    private IEnumerable<Func<CancellationToken, Task>> Publications(RegisterDocument document) => document.Publications
        .Select(entry => (Func<CancellationToken, Task>)(async cancellation =>
        {
            var act = Transcribed(document, entry.On, entry.Command.Source);
            Note(entry.Place, await desk.PublishAsync(entry.Command with { Act = act }, cancellation));
        }));

    private IEnumerable<Func<CancellationToken, Task>> Lifecycles(RegisterDocument document) => document.Lifecycles
        .Select(lifecycle => (Func<CancellationToken, Task>)(cancellation => LiveAsync(lifecycle, cancellation)));

    private IEnumerable<Func<CancellationToken, Task>> Positions(RegisterDocument document) => document.DeclaredPositions
        .Select(entry => (Func<CancellationToken, Task>)(async cancellation =>
        {
            var act = Transcribed(document, entry.Command.AsAt, entry.Command.Source);
            Note(entry.Place, await desk.DeclareAsync(entry.Command with { Act = act }, cancellation));
        }));

    // A refused act leaves the later ones of the same record without their footing, so only the first is named.
    private async Task LiveAsync(LifecycleEntry lifecycle, CancellationToken cancellation)
    {
        if (await desk.FindAsync(lifecycle.Reference, cancellation) is not { } stream)
        {
            _problems.Add(new ImportProblem(lifecycle.Place, $"There is no record {lifecycle.Reference}. Publish it in the same file, or check the reference."));
            return;
        }

        foreach (var act in lifecycle.Acts)
        {
            var by = new Act(act.By.Actor, act.By.Role, act.By.Body, now, act.On, caller.Actor, act.Source);
            if (!Note(act.Place, await desk.DecideAsync(stream, act.Command with { Act = by }, cancellation)))
                return;
        }
    }

    private Act Transcribed(RegisterDocument document, DateOnly on, string? source) =>
        new(caller.Actor, caller.Role, caller.Body, now, on, Source: source ?? document.Source);

    private bool Note(Place place, Decision decision)
    {
        if (decision is not Decision.Refused refused)
            return true;
        _problems.Add(new ImportProblem(place, refused.Refusal.Message));
        return false;
    }
}
