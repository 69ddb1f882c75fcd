using Lifecycle.ReadModels;
using Microsoft.Extensions.Caching.Memory;

namespace Lifecycle.Application;

/// <summary>A record's stream as it was when it was read or appended to.</summary>
internal sealed record KnownRecord(string Tenant, Guid Stream, StreamHistory History);

/// <summary>
/// Records that this process worked on lately, folded. Another process may have appended since, and nothing here knows it: an
/// append proves that what was remembered was current, and no other answer may be given from it.
/// </summary>
public sealed class RecentRecords : IDisposable
{
    // About a kilobyte each.
    private const int MostEvents = 50_000;

    private readonly MemoryCache _records = new(new MemoryCacheOptions { SizeLimit = MostEvents });

    internal KnownRecord? Find(string reference) => _records.Get<KnownRecord>(reference);

    internal void Keep(string reference, KnownRecord record) =>
        _records.Set(reference, record, new MemoryCacheEntryOptions { Size = record.History.Version });

    internal void Forget(string reference) => _records.Remove(reference);

    public void Dispose() => _records.Dispose();
}
