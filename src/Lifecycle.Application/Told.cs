namespace Lifecycle.Application;

/// <summary>Progress told on the thread that makes it, so that it is never told after the end.</summary>
public sealed class Told<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
