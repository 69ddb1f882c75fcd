using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.ReadModels;
using Npgsql;

namespace Lifecycle.Bench.Load;

/// <summary>What pages ask of a register, each time about something else.</summary>
internal sealed class Questions
{
    private const int Sample = 1_000;
    private static readonly DateOnly First = new(2006, 1, 1), Last = new(2025, 12, 31), Today = new(2026, 1, 16);
    private static readonly Caller Auditor = Caller.For("demo.auditor", Role.Auditor, Bodies.Hmicfrs);
    private readonly Reads _reads;
    private readonly IReadOnlyList<(string Reference, Guid Stream)> _records;
    private readonly IReadOnlyList<string> _publications;
    private readonly IReadOnlyList<(string Owner, string Board)> _owners;
    private readonly Random _random = new(1);
    private long _shown;

    private Questions(
        Register register, IReadOnlyList<(string, Guid)> records, IReadOnlyList<string> publications, IReadOnlyList<(string, string)> owners) =>
        (_reads, _records, _publications, _owners) = (register.Get<Reads>(), records, publications, owners);

    public static async Task<Questions> OfAsync(Register register, CancellationToken cancellation)
    {
        var records = await SomeAsync(register, "some_records", row => (row.GetString(0), row.GetGuid(1)), cancellation);
        var publications = await SomeAsync(register, "some_publications", row => row.GetString(0), cancellation);
        var owners = await SomeAsync(register, "some_owners", row => (row.GetString(0), row.GetString(1)), cancellation);
        return new Questions(register, records, publications, owners);
    }

    private static async Task<List<T>> SomeAsync<T>(Register register, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = register.Plain.CreateCommand(SqlText.Of(sql));
        command.Parameters.AddWithValue(Sample);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var some = new List<T>();
        while (await reader.ReadAsync(cancellation)) some.Add(read(reader));
        return some;
    }

    public (string Reference, Guid Stream) Record() => _records[_random.Next(_records.Count)];

    public string Publication() => _publications[_random.Next(_publications.Count)];

    public string Owner() => _owners[_random.Next(_owners.Count)].Owner;

    public string Board() => _owners[_random.Next(_owners.Count)].Board;

    public Body Force() => Bodies.TerritorialForces[_random.Next(Bodies.TerritorialForces.Count)];

    /// <summary>Any day of the twenty years.</summary>
    public DateOnly Day() => First.AddDays(_random.Next(Last.DayNumber - First.DayNumber));

    /// <summary>Any moment between a day and the end of the register.</summary>
    public DateTimeOffset Later(DateOnly day) =>
        new(day.AddDays(_random.Next(Last.DayNumber - day.DayNumber)).ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);

    public async Task AskRecordAsync()
    {
        var found = await _reads.RecordAsync(Auditor, Record().Reference, new AsOf(Today), CancellationToken.None);
        BenchFailedException.Unless(found is not null, "A record was not found.");
    }

    /// <summary>Open recommendations and AFIs of one force, the first page.</summary>
    public Task AskFilteredPageAsync(int size) =>
        AskPageAsync(new RegisterFilter(Bodies: [Force().Id], Kinds: [RecordKind.Recommendation, RecordKind.AreaForImprovement], Open: true), size);

    /// <summary>All records of one force, the first page.</summary>
    public Task AskForcesPageAsync(int size) => AskPageAsync(new RegisterFilter(Bodies: [Force().Id]), size);

    /// <exception cref="BenchFailedException">All pages were empty.</exception>
    public void Verify() => BenchFailedException.Unless(_shown > 0, "All pages of the register were empty.");

    /// <summary>The nation by kind, as at any past day; with a moment known at, when asked.</summary>
    public async Task AskPositionAsync(bool knownAt)
    {
        var day = Day();
        await _reads.PositionAsync(Auditor, [PositionSplit.Kind], null, new AsOf(Today, day, knownAt ? Later(day) : null), CancellationToken.None);
    }

    private async Task AskPageAsync(RegisterFilter filter, int size)
    {
        var page = await _reads.SearchAsync(Auditor, filter, new AsOf(Today), RegisterSort.Reference, new Paging(1, size), CancellationToken.None);
        _shown += page.Items.Count;
    }
}
