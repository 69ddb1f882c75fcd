using Lifecycle.Bench.Load;
using Npgsql;

namespace Lifecycle.Bench.Floors;

/// <summary>The same questions as a person would write them in SQL, prepared, on one connection.</summary>
internal sealed class PlainQueries(NpgsqlConnection connection, Questions questions) : IAsyncDisposable
{
    private static readonly string[] Kinds = ["recommendation", "area-for-improvement"];
    private static readonly DateTime Now = new(9999, 12, 30, 0, 0, 0, DateTimeKind.Utc);
    private readonly NpgsqlCommand _record = new(SqlText.Of("record_by_hand"), connection) { Parameters = { new() { Value = Guid.Empty } } };
    private readonly NpgsqlCommand _page = new(SqlText.Of("page_by_hand"), connection)
    {
        Parameters = { new() { Value = "" }, new() { Value = Kinds }, new() { Value = 50 } },
    };

    private readonly NpgsqlCommand _position = new(SqlText.Of("position_by_hand"), connection)
    {
        Parameters = { new() { Value = DateOnly.MinValue }, new() { Value = Now } },
    };

    public Task AskRecordAsync()
    {
        _record.Parameters[0].Value = questions.Record().Stream;
        return ReadAsync(_record);
    }

    public Task AskPageAsync()
    {
        _page.Parameters[0].Value = questions.Force().Id;
        return ReadAsync(_page);
    }

    public Task AskPositionAsync(bool knownAt)
    {
        var day = questions.Day();
        _position.Parameters[0].Value = day;
        _position.Parameters[1].Value = knownAt ? questions.Later(day).UtcDateTime : Now;
        return ReadAsync(_position);
    }

    public async ValueTask DisposeAsync()
    {
        await _record.DisposeAsync();
        await _page.DisposeAsync();
        await _position.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task ReadAsync(NpgsqlCommand command)
    {
        if (!command.IsPrepared) await command.PrepareAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync()) reader.GetValues(values);
    }
}
