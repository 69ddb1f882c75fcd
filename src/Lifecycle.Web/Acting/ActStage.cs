namespace Lifecycle.Web.Acting;

/// <summary>What the page of a command shows.</summary>
internal enum ActStage
{
    /// <summary>The fields.</summary>
    Form,
    /// <summary>What was entered, once more, before it is given.</summary>
    Check,
    /// <summary>Why it cannot be done, and who may.</summary>
    NotPossible,
}
