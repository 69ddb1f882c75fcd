using System.CommandLine;
using System.Text.Json;
using Lifecycle.Application;
using Lifecycle.Domain;
using Lifecycle.EmbeddedPostgres;
using Command = System.CommandLine.Command;

namespace Lifecycle.Cli;

/// <summary>What every verb needs: a session with the database, a place to write, and one way to fail.</summary>
internal sealed class Verb(SharedOptions shared, TextWriter output, TextWriter errors)
{
    public TextWriter Output => output;

    public TextWriter Errors => errors;

    /// <summary>Makes the verb do its work against a database that is there and migrated.</summary>
    public void On(Command command, Func<ParseResult, Session, CancellationToken, Task<int>> work) =>
        Alone(command, async (parsed, cancellation) =>
        {
            await using var session = await OpenAsync(parsed, migrate: true, cancellation);
            return await work(parsed, session, cancellation);
        });

    /// <param name="migrate">Whether the database is brought up to date first.</param>
    public Task<Session> OpenAsync(ParseResult parsed, bool migrate, CancellationToken cancellation) =>
        Session.OpenAsync(parsed.GetValue(shared.Connection), parsed.GetValue(shared.Actor)!, parsed.GetValue(shared.KeyFile), migrate ? errors : null, cancellation);

    /// <summary>Makes the verb do its work with whatever it brings along.</summary>
    public void Alone(Command command, Func<ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await work(parsed, cancellation);
            }
            catch (Exception e) when (Trouble.OfDatabase(e) is { } reason)
            {
                return await FailAsync(ExitCodes.Unavailable, reason);
            }
            catch (Exception e) when (e is PostgresNotFoundException or PostgresFailedException)
            {
                return await FailAsync(ExitCodes.Unavailable, e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return await FailAsync(ExitCodes.Usage, $"A file could not be read or written. {e.Message} Check that it is there and that you may use it.");
            }
        });

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(shared.Json);

    public async Task<int> FailAsync(int code, string reason)
    {
        await errors.WriteLineAsync(reason);
        return code;
    }

    public Task<int> NotFoundAsync(string reference) =>
        FailAsync(ExitCodes.NotFound, $"There is no record {reference} at that point. Check the reference and the day.");

    public async Task<int> JsonAsync<T>(T value)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(value, JsonOutput.Options));
        return ExitCodes.Ok;
    }
}

/// <summary>JSON as the API writes it, indented, with enumerations as words.</summary>
internal static class JsonOutput
{
    public static JsonSerializerOptions Options { get; } = new(EventCodec.Json)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
