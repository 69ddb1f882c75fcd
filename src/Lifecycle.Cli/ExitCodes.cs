namespace Lifecycle.Cli;

/// <summary>What the program tells the shell. Documented in docs/command-line.md.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>Something in the input is wrong, or a rule refuses. Nothing was stored.</summary>
    public const int Refused = 1;

    /// <summary>The command was not given as it should be, or a file could not be read or written.</summary>
    public const int Usage = 2;

    public const int NotFound = 3;

    /// <summary>The database cannot be reached or used.</summary>
    public const int Unavailable = 4;

    /// <summary>A verification found something wrong.</summary>
    public const int NotProved = 5;
}
