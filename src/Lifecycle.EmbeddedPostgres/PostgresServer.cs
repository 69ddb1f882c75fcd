using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lifecycle.EmbeddedPostgres;

/// <summary>A PostgreSQL on loopback for this product alone: started here, or found running in the same data directory.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // Waits until this process closes its end of the pipe, on purpose or by dying, and stops the server. Ctrl-C goes to
    // the whole process group; the service must finish its work before its database goes.
    private const string StopWithParent = """trap '' INT TERM HUP; cat > /dev/null; exec "$0" stop -D "$1" -m fast -w -s""";

    private readonly Func<Task> _stop;
    private int _stopped;

    private PostgresServer(DataFolder folder, int port, bool isOurs, Func<Task> stop) =>
        (ConnectionString, DataDirectory, Port, IsOurs, _stop) = (folder.ConnectionString(port), folder.Root, port, isOurs, stop);

    /// <summary>As the owner of everything in it.</summary>
    public string ConnectionString { get; }

    /// <summary>Where the data is: as asked for, or elsewhere when the server's account cannot reach that.</summary>
    public string DataDirectory { get; }

    public int Port { get; }

    /// <summary>False when another process had started it; it then stops with that one.</summary>
    public bool IsOurs { get; }

    /// <summary>Starts the server, making its cluster first when there is none; joins the one that already runs there.</summary>
    /// <exception cref="PostgresNotFoundException">No PostgreSQL to start.</exception>
    /// <exception cref="PostgresFailedException">It would not start.</exception>
    public static async Task<PostgresServer> StartAsync(PostgresOptions options, CancellationToken cancellation = default)
    {
        var user = ServerUser.Current();
        var folder = await DataFolder.OpenAsync(options.DataDirectory, user, cancellation);
        await using var alone = await LockAsync(folder.Lock, cancellation);
        if (await folder.RunningPortAsync(cancellation) is { } running)
            return new(folder, running, isOurs: false, () => Task.CompletedTask);

        var binaries = await PostgresBinaries.FindAsync(folder.Major, cancellation);
        binaries = await ReachableAsync(binaries, folder, user, cancellation);
        if (folder.Major is null) await folder.InitialiseAsync(binaries, user, cancellation);
        var stop = Stopper(binaries, folder, user);
        try
        {
            return new(folder, await RunAsync(options, binaries, folder, user, cancellation), isOurs: true, stop);
        }
        catch
        {
            await stop();
            throw;
        }
    }

    /// <summary>Stops the server if it is ours; transactions in progress are rolled back.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0) await _stop();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<int> RunAsync(
        PostgresOptions options, PostgresBinaries binaries, DataFolder folder, ServerUser user, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = options.Port == 0 ? FreePort() : options.Port;
            await folder.ConfigureAsync(port, options.Durable, user, cancellation);
            var (exitCode, said) = await Shell.TryAsync(
                user.Command(binaries.PgCtl, "start", "-D", folder.Cluster, "-l", folder.Log, "-w", "-t", "300", "-s"), folder.Root, cancellation);
            if (exitCode == 0) return port;
            // Somebody else may have taken the free port in between.
            if (options.Port != 0 || attempt == 3)
                throw new PostgresFailedException($"PostgreSQL did not start in {folder.Root}. {said.Trim()} {folder.LogTail()}");
        }
    }

    private static Func<Task> Stopper(PostgresBinaries binaries, DataFolder folder, ServerUser user)
    {
        if (OperatingSystem.IsWindows())
            return () => Shell.TryAsync([binaries.PgCtl, "stop", "-D", folder.Cluster, "-m", "fast", "-w", "-s"], folder.Root, CancellationToken.None);
        var command = user.Command("/bin/sh", "-c", StopWithParent, binaries.PgCtl, folder.Cluster);
        var watcher = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder.Root,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        return async () =>
        {
            watcher.StandardInput.Close();
            await watcher.WaitForExitAsync();
            watcher.Dispose();
        };
    }

    // Binaries in root's home are as unreachable to the server's account as data would be: then the data directory keeps a copy.
    private static async Task<PostgresBinaries> ReachableAsync(
        PostgresBinaries binaries, DataFolder folder, ServerUser user, CancellationToken cancellation)
    {
        if (await user.CanReadAsync(binaries.Bin, cancellation)) return binaries;
        var copy = Path.Combine(folder.Root, $"postgresql-{binaries.Major}");
        if (!Directory.Exists(copy))
        {
            var partial = copy + ".partial";
            await Shell.RunAsync(["rm", "-rf", partial], folder.Root, cancellation);
            await Shell.RunAsync(["cp", "-R", Path.GetDirectoryName(binaries.Bin)!, partial], folder.Root, cancellation);
            await user.OwnAsync(partial, cancellation);
            Directory.Move(partial, copy);
        }

        return binaries with { Bin = Path.Combine(copy, Path.GetFileName(binaries.Bin)) };
    }

    // Two processes that start at once: the second waits, then finds the first one's server.
    private static async Task<FileStream> LockAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
