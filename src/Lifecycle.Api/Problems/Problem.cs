namespace Lifecycle.Api.Problems;

/// <summary>One way in which a request can fail. The code is stable and public: clients branch on it.</summary>
/// <param name="Code">In snake_case; also the end of the problem's type URI.</param>
/// <param name="Status">The HTTP status it is sent with.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="WhatToDo">What the caller can do about it.</param>
public sealed record Problem(string Code, int Status, string Title, string WhatToDo)
{
    /// <summary>Identifies the problem and leads to its description.</summary>
    public string Type => $"/problems/{Code}";
}

/// <summary>A field, parameter or header that is wrong, and what to write instead.</summary>
public sealed record FieldError(string Field, string Message);

/// <summary>Problem details as sent (RFC 9457), with our members beside the standard ones.</summary>
/// <param name="Type">Leads to the description of the problem.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request and what to do.</param>
/// <param name="Code">Stable code to branch on.</param>
/// <param name="TraceId">Quote it when you ask for help.</param>
/// <param name="Errors">Everything that is wrong with a malformed request.</param>
/// <param name="Version">The record's current version, when yours is out of date.</param>
/// <param name="Rule">The rule that refuses.</param>
public sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string? TraceId,
    IReadOnlyList<FieldError>? Errors = null,
    long? Version = null,
    string? Rule = null);
