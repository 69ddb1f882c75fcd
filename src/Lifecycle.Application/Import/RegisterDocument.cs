using Lifecycle.Domain;
using Lifecycle.Domain.Positions;
using Lifecycle.Domain.Publications;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Application.Import;

/// <summary>A register as read from one file: commands that are right in form and not yet decided upon.</summary>
/// <param name="File">Name of the file, for messages.</param>
/// <param name="Title">What the file holds.</param>
/// <param name="Source">What it was transcribed from.</param>
/// <param name="Publications">In the order of the file; to be applied before the lifecycles.</param>
/// <param name="Lifecycles">In the order of the file; they may speak of records of an earlier import.</param>
/// <param name="DeclaredPositions">Open counts as papers printed them.</param>
public sealed record RegisterDocument(
    string File,
    string Title,
    string? Source,
    IReadOnlyList<PublicationEntry> Publications,
    IReadOnlyList<LifecycleEntry> Lifecycles,
    IReadOnlyList<PositionEntry> DeclaredPositions);

/// <summary>
/// What happened to a publication on one day. An item of the file becomes several when its diary has other days than its release.
/// </summary>
/// <param name="Command">Still to be given its Act.</param>
/// <param name="On">The effective day: of a release the day of publication, corrected where the item corrects it.</param>
/// <param name="Place">Where the item stands in the file.</param>
public sealed record PublicationEntry(Publish Command, DateOnly On, Place Place);

/// <summary>What happened to one record with one body, in order.</summary>
public sealed record LifecycleEntry(string Reference, IReadOnlyList<RegisterAct> Acts, Place Place);

/// <summary>One act on a record.</summary>
/// <param name="Verb">The word of the API, for example "sign-off".</param>
/// <param name="Command">Still to be given its Act.</param>
/// <param name="By">Who acted.</param>
/// <param name="On">The effective day.</param>
/// <param name="Source">Where it was transcribed from.</param>
/// <param name="Place">Where it stands in the file.</param>
public sealed record RegisterAct(string Verb, RecommendationCommand Command, Performer By, DateOnly On, string? Source, Place Place);

/// <summary>Who acted: a post, its role and its body.</summary>
public sealed record Performer(string Actor, Role Role, string Body);

/// <summary>A declared position; its effective day is the day its counts hold for.</summary>
public sealed record PositionEntry(DeclarePosition Command, Place Place);
