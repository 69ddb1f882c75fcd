namespace Lifecycle.Cli;

/// <summary>A bar on the error stream of a terminal; nothing where nobody watches.</summary>
internal sealed class ProgressBar(TextWriter errors, string what)
{
    private const int Width = 30;
    private readonly bool _visible = ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected;
    private int _shown = -1;

    public void Show(long done, long of)
    {
        var filled = of == 0 ? Width : (int)(done * Width / of);
        if (!_visible || filled == _shown)
            return;
        _shown = filled;
        errors.Write($"\r{what} {new string('█', filled)}{new string('░', Width - filled)} {done:N0} of {of:N0} ");
    }

    public void Clear()
    {
        if (_visible && _shown >= 0)
            errors.Write($"\r{new string(' ', 100)}\r");
    }
}
