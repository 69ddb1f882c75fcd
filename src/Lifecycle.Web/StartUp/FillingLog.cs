using Lifecycle.ReadModels;

namespace Lifecycle.Web.StartUp;

/// <summary>Logs which read models a start makes anew, and each tenth of the way.</summary>
internal sealed partial class FillingLog(ILogger<FillingLog> logger) : IProgress<RebuildProgress>
{
    private long _tenths = -1;

    public void Report(RebuildProgress value)
    {
        var tenths = value.Of == 0 ? 10 : value.Events * 10 / value.Of;
        if (tenths == _tenths)
            return;
        _tenths = tenths;
        Going(string.Join(", ", value.Models), value.Events, value.Of);
    }

    /// <param name="models">Made anew by this process; none where there was nothing to do, or another one did it.</param>
    public void Done(IReadOnlyList<string> models)
    {
        if (models.Count > 0)
            Through(string.Join(", ", models));
    }

    [LoggerMessage(LogLevel.Information, "Bringing the read models up to date, {Events} of {Of} events: {Models}")]
    private partial void Going(string models, long events, long of);

    [LoggerMessage(LogLevel.Information, "The read models are up to date, made anew: {Models}")]
    private partial void Through(string models);
}
