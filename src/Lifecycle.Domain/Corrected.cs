namespace Lifecycle.Domain;

/// <summary>A printed or typed value was wrong. Both values are kept: the old one as it was printed, the new one from now on.</summary>
/// <param name="Field">Which field, named as in the API.</param>
/// <param name="Printed">The value as printed or entered.</param>
/// <param name="Value">The corrected value.</param>
/// <param name="Reason">Why the corrected value is right.</param>
public sealed record Corrected(string Field, string? Printed, string? Value, string Reason) : IEvent;
