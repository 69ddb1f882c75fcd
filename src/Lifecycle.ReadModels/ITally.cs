namespace Lifecycle.ReadModels;

/// <summary>Counts records as a census hands them over.</summary>
internal interface ITally : IDisposable
{
    /// <summary>Streams that were not known, and so not counted.</summary>
    List<Guid> Strangers { get; }

    /// <summary>Counts some of a census, where they are in it.</summary>
    void Add(Census census, Range some);
}
