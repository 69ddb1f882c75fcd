using Lifecycle.Application;
using Lifecycle.Domain;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Problems;

/// <summary>Turns what the application answers into HTTP. Here, once, and nowhere else.</summary>
internal static class Refusals
{
    /// <summary>The answer to an accepted command, or the problem with it.</summary>
    public static IResult Answer<T>(this Outcome<T> outcome, Func<Outcome<T>.Done, IResult> done) => outcome switch
    {
        Outcome<T>.Done accepted => done(accepted),
        Outcome<T>.Refused refused => Of(refused.Refusal),
        Outcome<T>.Forbidden forbidden => Of(forbidden.Refusal),
        Outcome<T>.Stale stale => new ProblemResult(RequestProblems.Stale)
        {
            Detail = $"The record is at version {stale.Version}. {RequestProblems.Stale.WhatToDo}",
            Version = stale.Version,
        },
        _ => NotFound,
    };

    public static IResult NotFound { get; } = new ProblemResult(RequestProblems.NotFound);

    // A code that the catalogue lacks is a bug, which a test finds; the caller still gets the sentence.
    private static ProblemResult Of(Refusal refusal) =>
        new(ProblemCatalogue.Find(refusal.Code) ?? new Problem(refusal.Code, StatusCodes.Status422UnprocessableEntity, "A rule refuses", refusal.Message))
        {
            Detail = refusal.Message,
            Rule = refusal.Rule,
        };
}
