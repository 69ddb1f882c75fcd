using Lifecycle.Application;

namespace Lifecycle.Web.BringIn;

/// <summary>An upload between its preview and its import, and then what became of it, kept for the one who sent it.</summary>
/// <param name="token">Cannot be guessed; part of the page's address.</param>
public sealed class HeldUpload(string token, Caller caller, Upload upload, DateTimeOffset now)
{
    private Stage _stage = new Stage.Checking(0, 0);
    private Upload? _files = upload;

    public string Token => token;

    public Caller Caller => caller;

    /// <summary>Of the files.</summary>
    public string Names { get; } = upload.Names;

    public Stage Stage => Volatile.Read(ref _stage);

    /// <summary>When it last changed, or was looked at.</summary>
    public DateTimeOffset TouchedAt { get; private set; } = now;

    public bool IsAtWork => Stage is Stage.Checking or Stage.Importing;

    public void Touch(DateTimeOffset at) => TouchedAt = at;

    /// <summary>The files themselves, until there is nothing more to do with them.</summary>
    public Upload Files() => _files ?? throw new InvalidOperationException($"{Names} was let go of.");

    public void Reach(Stage stage)
    {
        if (stage.IsEnd) _files = null;
        Volatile.Write(ref _stage, stage);
    }

    /// <summary>From waiting for a yes to being imported; false when that is not where it is, for example at the second of two clicks.</summary>
    public bool TryBegin() =>
        Stage is Stage.Checked { IsEnd: false } at && ReferenceEquals(Interlocked.CompareExchange(ref _stage, new Stage.Importing(0, 0), at), at);
}
