// Longer than most files because it is all that is known of the layout of a data directory, kept in one place.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Lifecycle.EmbeddedPostgres;

/// <summary>What lies in a data directory: the cluster, the password of its owner, the server's log.</summary>
internal sealed class DataFolder(string root)
{
    public const string Login = "lifecycle_owner";

    public string Root { get; } = root;

    public string Cluster => Path.Combine(Root, "cluster");

    public string Log => Path.Combine(Root, "server.log");

    public string Lock => Path.Combine(Root, "starting.lock");

    // An eighth of the machine: what the pages of a national register read is some 600 MB, and is slow as long as it goes in and out.
    private static long SharedMegabytes => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 >> 20, 128, 1024);

    private string PasswordFile => Path.Combine(Root, "password");

    private string PidFile => Path.Combine(Cluster, "postmaster.pid");

    /// <summary>The version that wrote the cluster; null when there is none yet.</summary>
    public int? Major =>
        File.Exists(Path.Combine(Cluster, "PG_VERSION"))
            ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture)
            : null;

    /// <summary>Makes the folder, or its stand-in where the server's account cannot reach it (root's home, for example).</summary>
    public static async Task<DataFolder> OpenAsync(string wanted, ServerUser user, CancellationToken cancellation)
    {
        wanted = Path.GetFullPath(wanted);
        await MakeAsync(wanted, user, cancellation);
        if (await user.CanReadAsync(wanted, cancellation)) return new(wanted);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..12];
        var instead = $"/var/lib/lifecycle/{name}";
        await MakeAsync(instead, user, cancellation);
        return new(instead);
    }

    public string ConnectionString(int port) =>
        $"Host=127.0.0.1;Port={port};Database=postgres;Username={Login};Password={File.ReadAllText(PasswordFile)}";

    public async Task InitialiseAsync(PostgresBinaries binaries, ServerUser user, CancellationToken cancellation)
    {
        // A half-made cluster of an earlier try has no version file and nothing worth keeping.
        if (Directory.Exists(Cluster)) Directory.Delete(Cluster, recursive: true);
        await File.WriteAllTextAsync(PasswordFile, RandomNumberGenerator.GetHexString(40, lowercase: true), cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await user.OwnAsync(PasswordFile, cancellation);
        string[] locale = binaries.Major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
            : OperatingSystem.IsLinux() ? ["--locale=C.UTF-8"]
            : ["--locale=C"];
        await Shell.RunAsync(
            user.Command([binaries.Initdb, "-D", Cluster, "-U", Login, "--pwfile", PasswordFile, "--auth=scram-sha-256", "--encoding=UTF8", .. locale]),
            Root, cancellation);
        await File.AppendAllTextAsync(Path.Combine(Cluster, "postgresql.conf"), "\ninclude = 'lifecycle.conf'\n", cancellation);
    }

    public async Task ConfigureAsync(int port, bool durable, ServerUser user, CancellationToken cancellation)
    {
        var file = Path.Combine(Cluster, "lifecycle.conf");
        var onOff = durable ? "on" : "off";
        await File.WriteAllTextAsync(
            file,
            $"""
            # Written at every start; put your own settings below the include in postgresql.conf.
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = '{SharedMegabytes}MB'
            max_wal_size = '2GB'
            random_page_cost = 1.1
            jit = off
            fsync = {onOff}
            synchronous_commit = {onOff}
            full_page_writes = {onOff}

            """,
            cancellation);
        await user.OwnAsync(file, cancellation);
    }

    /// <summary>The port of the server that runs here; null when none does, though an unclean stop left its mark.</summary>
    public async Task<int?> RunningPortAsync(CancellationToken cancellation)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (!File.Exists(PidFile)) return null;
            // Lines: process, folder, start, port, socket folder, address, memory key, state.
            var lines = await File.ReadAllLinesAsync(PidFile, cancellation);
            if (lines.Length > 0 && !IsServer(lines[0])) return null;
            if (lines.Length > 7 && lines[7].Trim() == "ready")
            {
                var port = int.Parse(lines[3], CultureInfo.InvariantCulture);
                if (await ListensAsync(port, cancellation)) return port;
                Forget();
                return null;
            }

            await Task.Delay(100, cancellation);
        }

        throw new PostgresFailedException($"A PostgreSQL has been starting or stopping in {Root} for a minute. See {Log}.");
    }

    public string LogTail() =>
        File.Exists(Log) ? string.Join(Environment.NewLine, File.ReadLines(Log).TakeLast(8)) : "";

    private bool IsServer(string process)
    {
        try
        {
            using var found = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            if (found.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return true;
            Forget();
            return false;
        }
        catch (ArgumentException)
        {
            // No such process; PostgreSQL sees that, too.
            return false;
        }
    }

    // After an unclean stop the process number in the file may belong to somebody else by now, whom PostgreSQL would take
    // for itself. Should this be a mistake, its lock on shared memory still keeps a second server off the cluster.
    private void Forget() => File.Delete(PidFile);

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task MakeAsync(string folder, ServerUser user, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await user.OwnAsync(folder, cancellation);
    }
}
