using Lifecycle.Application.Import;

namespace Lifecycle.Web.BringIn;

/// <summary>How far something that is brought in has come.</summary>
public abstract record Stage
{
    private Stage()
    {
    }

    /// <summary>Nothing more comes of these files.</summary>
    public virtual bool IsEnd => false;

    /// <summary>Being read and decided upon, without storing anything.</summary>
    public sealed record Checking(int Done, int Of) : Stage;

    /// <summary>Nothing is wrong: it waits for a yes.</summary>
    public sealed record Checked(Contents Contents, ImportResult WouldAdd) : Stage
    {
        public override bool IsEnd => WouldAdd.Events == 0;
    }

    /// <summary>Something is wrong, so nothing was or will be stored.</summary>
    /// <param name="Problems">The first of them.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record Wrong(IReadOnlyList<ImportProblem> Problems, int Count) : Stage
    {
        private const int First = 1000;

        public override bool IsEnd => true;

        public static Wrong Of(IReadOnlyList<ImportProblem> problems) => new([.. problems.Take(First)], problems.Count);
    }

    /// <summary>Being decided upon once more, and then stored at one stroke.</summary>
    public sealed record Importing(int Done, int Of) : Stage;

    /// <summary>Stored.</summary>
    public sealed record Imported(Contents Contents, ImportResult Added) : Stage
    {
        public override bool IsEnd => true;
    }

    /// <summary>It broke off, through no fault of the file.</summary>
    public sealed record Broken : Stage
    {
        public override bool IsEnd => true;
    }
}
