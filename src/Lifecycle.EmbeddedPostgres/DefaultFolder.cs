namespace Lifecycle.EmbeddedPostgres;

/// <summary>Where the service keeps the data of its own PostgreSQL, so that host and command line meet there.</summary>
public static class DefaultFolder
{
    /// <summary>Names another folder.</summary>
    public const string Variable = "LIFECYCLE_DATA";

    /// <summary>Per user, not per clone: two clones of the repository are one installation of the service.</summary>
    public static string Path =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "lifecycle", "postgres");
}
