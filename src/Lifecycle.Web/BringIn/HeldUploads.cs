using System.Security.Cryptography;
using System.Threading.Channels;
using Lifecycle.Application;

namespace Lifecycle.Web.BringIn;

/// <summary>
/// The uploads that wait for a preview, a yes or their import, and what became of them. In memory, and few at a time for a short
/// time: what is lost with the service had not been confirmed, and sending it again adds nothing twice.
/// </summary>
public sealed class HeldUploads(TimeProvider clock)
{
    private const int Most = 8;
    private const int MostOfOne = 3;
    private const int MostEnded = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private readonly List<HeldUpload> _held = [];
    private readonly Channel<HeldUpload> _work = Channel.CreateUnbounded<HeldUpload>();

    /// <summary>What is to be checked or imported next. At most one entry for each upload that is held.</summary>
    internal ChannelReader<HeldUpload> Work => _work.Reader;

    /// <summary>Keeps it and has it checked; null when too many are at work.</summary>
    public HeldUpload? Hold(Caller caller, Upload upload)
    {
        var held = new HeldUpload(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), caller, upload, clock.GetUtcNow());
        lock (_lock)
        {
            Forget();
            var open = _held.Where(one => !one.Stage.IsEnd).ToList();
            if (open.Count >= Most || open.Count(one => one.Caller.Actor == caller.Actor) >= MostOfOne) return null;
            _held.Add(held);
        }

        _work.Writer.TryWrite(held);
        return held;
    }

    /// <summary>Null when it is not held, or not this caller's.</summary>
    public HeldUpload? Find(Caller caller, string token)
    {
        lock (_lock)
        {
            Forget();
            var found = _held.Find(one => one.Token == token && one.Caller.Actor == caller.Actor && one.Caller.Role == caller.Role);
            found?.Touch(clock.GetUtcNow());
            return found;
        }
    }

    /// <summary>The caller's own, the latest first.</summary>
    public IReadOnlyList<HeldUpload> Of(Caller caller)
    {
        lock (_lock)
        {
            Forget();
            return [.. _held.Where(one => one.Caller.Actor == caller.Actor).OrderByDescending(one => one.TouchedAt)];
        }
    }

    /// <summary>Has it imported, once.</summary>
    public void Import(HeldUpload held)
    {
        if (held.TryBegin()) _work.Writer.TryWrite(held);
    }

    /// <summary>Lets go of what is not at work.</summary>
    public void Discard(HeldUpload held)
    {
        lock (_lock)
        {
            if (!held.IsAtWork) _held.Remove(held);
        }
    }

    // What became of an upload is small, and is kept for its sender whatever others bring in meanwhile.
    private void Forget()
    {
        _held.RemoveAll(one => !one.IsAtWork && clock.GetUtcNow() - one.TouchedAt > KeptFor);
        var ended = _held.Where(one => one.Stage.IsEnd).OrderByDescending(one => one.TouchedAt).Skip(MostEnded).ToHashSet();
        _held.RemoveAll(ended.Contains);
    }
}
