using System.Globalization;

namespace Lifecycle.EmbeddedPostgres;

/// <summary>As whom the server runs. PostgreSQL refuses root, so root hands it to an account without rights.</summary>
internal sealed class ServerUser
{
    private readonly string[] _prefix;
    private readonly string? _owner;

    private ServerUser(string[] prefix, string? owner) => (_prefix, _owner) = (prefix, owner);

    /// <summary>True when files that the server uses must be made its own.</summary>
    public bool IsOther => _owner is not null;

    public static ServerUser Current()
    {
        // On Windows pg_ctl itself drops an administrator's rights.
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return new([], null);
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(a => a.Length > 3).ToList();
        var account = accounts.Find(a => a[0] == "postgres") ?? accounts.Find(a => a[0] == "nobody")
            ?? throw new PostgresFailedException("PostgreSQL may not run as root, and there is no account 'postgres' or 'nobody'. Run as an ordinary user.");
        return new(Prefix(account), $"{account[2]}:{account[3]}");
    }

    public string[] Command(params string[] command) => [.. _prefix, .. command];

    /// <summary>Makes a folder and all in it the server's own, unless it is: going through it all takes time that grows with the data.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellation)
    {
        if (_owner is null) return;
        var owner = await Shell.TryAsync(["stat", "-c", "%u:%g", path], "/", cancellation);
        if (owner.Said.Trim() != _owner) await Shell.RunAsync(["chown", "-R", _owner, path], "/", cancellation);
    }

    /// <summary>Whether it can enter and read a folder; a folder's own rights do not tell, its parents' count too.</summary>
    public async Task<bool> CanReadAsync(string folder, CancellationToken cancellation) =>
        _owner is null || (await Shell.TryAsync(Command("test", "-x", folder, "-a", "-r", folder), "/", cancellation)).ExitCode == 0;

    private static string[] Prefix(string[] account) =>
        File.Exists("/usr/bin/setpriv")
            ? ["/usr/bin/setpriv", "--reuid=" + Number(account[2]), "--regid=" + Number(account[3]), "--clear-groups", "--"]
            : ["runuser", "-u", account[0], "--"];

    private static string Number(string text) => int.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
