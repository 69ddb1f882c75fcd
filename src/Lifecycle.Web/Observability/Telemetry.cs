using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lifecycle.Web.Observability;

/// <summary>Sends traces and metrics to an OpenTelemetry collector while the host runs.</summary>
internal sealed class Telemetry : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly ResourceBuilder Resource = ResourceBuilder.CreateDefault().AddService("lifecycle").AddEnvironmentVariableDetector();

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <summary>Only where a collector is named; its address and headers are read from the standard OTEL variables.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            builder.Services.AddHostedService<Telemetry>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource)
            .AddSource("Microsoft.AspNetCore", "Npgsql", "Lifecycle.*")
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource)
            .AddMeter("Microsoft.AspNetCore.*", "Npgsql", "System.Runtime", "Lifecycle.*")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Disposing sends what is still waiting.
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
