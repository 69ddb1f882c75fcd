namespace Lifecycle.Web.StartUp;

/// <summary>A note in the data folder that says where the service that uses it listens.</summary>
internal static class RunningInstance
{
    private const string Note = "address.txt";

    /// <summary>What an earlier instance left behind when it was killed.</summary>
    public static void Forget(string folder) => File.Delete(Path.Combine(folder, Note));

    public static void Announce(string folder, string address) => File.WriteAllText(Path.Combine(folder, Note), address);

    /// <summary>Where it is, in words. A database without a note belongs to a command line tool at work, or to an instance that is just starting.</summary>
    public static string In(string folder)
    {
        var note = Path.Combine(folder, Note);
        return File.Exists(note) ? $"{File.ReadAllText(note)}, with its data in {folder}" : $"its data is in {folder}";
    }
}
