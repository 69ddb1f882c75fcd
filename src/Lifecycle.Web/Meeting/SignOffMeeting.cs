using System.Collections.Immutable;

namespace Lifecycle.Web.Meeting;

/// <summary>What is to become of a record.</summary>
internal enum MeetingChoice
{
    SignOff,
    Return,
    Later,
}

/// <summary>What was decided on one record, not given yet.</summary>
/// <param name="Version">The version of the record that was looked at.</param>
/// <param name="Note">The oversight there was.</param>
/// <param name="Missing">What the force must show.</param>
internal sealed record MeetingDecision(MeetingChoice Choice, long Version, string? Note, string? Channel, string? Missing);

/// <summary>How one decision ended when it was given.</summary>
/// <param name="Stored">It became an event.</param>
/// <param name="Message">What happens now, or why it was not stored.</param>
/// <param name="Meanwhile">What others had done since the record was looked at, in sentences.</param>
/// <param name="Version">Of the event that was stored.</param>
internal sealed record MeetingResult(bool Stored, string Message, IReadOnlyList<string> Meanwhile, long? Version = null);

/// <summary>One record of a meeting.</summary>
/// <param name="Key">Giving its decision twice stores once.</param>
internal sealed record MeetingItem(string Reference, string Title, string Body, string Key, MeetingDecision? Decision = null, MeetingResult? Result = null)
{
    public bool IsDecided => Decision is { Choice: not MeetingChoice.Later };
}

/// <summary>A sitting in which one person decides on several records: decided one by one, given all at once.</summary>
/// <param name="Note">The note that serves every record; null when each has its own.</param>
/// <param name="Channel">The same for how it was decided.</param>
internal sealed record SignOffMeeting(ImmutableList<MeetingItem> Items, string? Note = null, string? Channel = null)
{
    /// <summary>More than anybody decides well in one sitting.</summary>
    public const int MostRecords = 20;

    public bool IsOver => Items.Exists(item => item.Result is not null);

    public int Decided => Items.Count(item => item.IsDecided);

    public static SignOffMeeting Of(IEnumerable<(string Reference, string Title, string Body)> records) => new(
        [.. records.Take(MostRecords).Select(one => new MeetingItem(one.Reference, one.Title, one.Body, Guid.NewGuid().ToString()))]);

    /// <param name="number">1 for the first record.</param>
    public SignOffMeeting Decide(int number, MeetingDecision decision) => this with
    {
        // Another decision is another act, and needs a key of its own.
        Items = Items.SetItem(number - 1, Items[number - 1] with { Decision = decision, Key = Guid.NewGuid().ToString() }),
    };

    /// <summary>Another meeting on what this one left.</summary>
    public SignOffMeeting Again() => Of(Left.Select(item => (item.Reference, item.Title, item.Body))) with { Note = Note, Channel = Channel };

    public IEnumerable<MeetingItem> Left => Items.Where(item => item.Result is not { Stored: true });
}
