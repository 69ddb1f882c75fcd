using Lifecycle.Web.StartUp;

try
{
    await using var host = await ServiceHost.StartAsync(args);
    await host.RunAsync();
    return 0;
}
catch (Exception e) when (StartUpException.Explain(e) is { } reason)
{
    await Console.Error.WriteLineAsync($"The service cannot start. {reason}");
    return 1;
}
