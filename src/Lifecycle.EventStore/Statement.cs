using Npgsql;

namespace Lifecycle.EventStore;

/// <summary>A statement of a batch with its parameters in order.</summary>
internal static class Statement
{
    public static NpgsqlBatchCommand Of(string sql, params object[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter as NpgsqlParameter ?? new() { Value = parameter });
        return command;
    }
}
