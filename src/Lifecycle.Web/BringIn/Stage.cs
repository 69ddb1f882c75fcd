using Lifecycle.Application.Import;

namespace Lifecycle.Web.BringIn;

/// <summary>How far something that is brought in has come.</summary>
public abstract record Stage
{
    private Stage()
    {
    }

    /// <summary>Being read and decided upon, without storing anything.</summary>
    public sealed record Checking(int Done, int Of) : Stage;

    /// <summary>Nothing is wrong: it waits for a yes.</summary>
    public sealed record Checked(Contents Contents, ImportResult WouldAdd) : Stage;

    /// <summary>Something is wrong, so nothing was or will be stored.</summary>
    public sealed record Wrong(IReadOnlyList<ImportProblem> Problems) : Stage;

    /// <summary>Being decided upon once more, and then stored at one stroke.</summary>
    public sealed record Importing(int Done, int Of) : Stage;

    /// <summary>Stored.</summary>
    public sealed record Imported(Contents Contents, ImportResult Added) : Stage;

    /// <summary>It broke off, through no fault of the file.</summary>
    public sealed record Broken : Stage;
}
