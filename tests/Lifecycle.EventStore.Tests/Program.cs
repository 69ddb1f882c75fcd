using Lifecycle.EventStore.Tests;

return args switch
{
    [OtherProcess.Writer, var connection, var streams, var attempts] => await RacingWriters.RunAsync(connection, streams, attempts),
    [OtherProcess.Server, var folder] => await OtherProcess.ServeAsync(folder),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
