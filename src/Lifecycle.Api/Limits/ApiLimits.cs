namespace Lifecycle.Api.Limits;

/// <summary>How much one caller may ask. Configured in the section "Limits".</summary>
public sealed class ApiLimits
{
    public const string Section = "Limits";

    /// <summary>Largest body of a request.</summary>
    public int BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Largest body of a publication, which may carry hundreds of records.</summary>
    public int PublicationBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Longest path and query together.</summary>
    public int AddressLength { get; init; } = 4096;

    /// <summary>Longest headers together.</summary>
    public int HeadersLength { get; init; } = 16 * 1024;

    /// <summary>Requests that a caller may make at once after a pause.</summary>
    public int Burst { get; init; } = 400;

    /// <summary>Requests a second that a caller may make for ever.</summary>
    public int RequestsPerSecond { get; init; } = 200;

    /// <summary>Commands of everybody that are worked on at once.</summary>
    public int AtOnce { get; init; } = 64;

    /// <summary>Commands that wait for their turn; more are refused. Together a fraction of a second's work.</summary>
    public int Waiting { get; init; } = 64;

    /// <summary>Pages that are made for browsers at once.</summary>
    public int PagesAtOnce { get; init; } = 32;

    /// <summary>Pages that wait for their turn; whoever asks for more is told that the service is busy. Together about a second's work.</summary>
    public int PagesWaiting { get; init; } = 96;

    /// <summary>Event streams that a caller may hold open.</summary>
    public int StreamsPerCaller { get; init; } = 4;

    /// <summary>Event streams open in all.</summary>
    public int Streams { get; init; } = 1000;

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a silent event stream shows that it is alive.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
