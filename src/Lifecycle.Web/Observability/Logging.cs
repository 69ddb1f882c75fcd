using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Lifecycle.Web.Observability;

/// <summary>Writes the log to the console: JSON, one object a line, in production; readable in development.</summary>
internal static class Logging
{
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {TraceId}{NewLine}{Exception}";

    public static void AddLifecycleLogging(this WebApplicationBuilder builder)
    {
        var settings = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.With<WithoutAddress>();
        var logger = builder.Environment.IsDevelopment()
            ? settings.WriteTo.Console(outputTemplate: Readable, formatProvider: null)
            : settings.WriteTo.Console(new JsonFormatter(renderMessage: true));
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger.CreateLogger(), dispose: true);
    }

    // The server puts the address as sent on every line within a request; it may hold anything, names included.
    private sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
