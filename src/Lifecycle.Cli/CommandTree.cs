using System.CommandLine;
using Lifecycle.Cli.Commands;

namespace Lifecycle.Cli;

/// <summary>All verbs and the options that they share.</summary>
internal static class CommandTree
{
    public static RootCommand Build(TextWriter output, TextWriter errors)
    {
        var shared = new SharedOptions();
        var verb = new Verb(shared, output, errors);
        return
        [
            shared.Connection, shared.Actor, shared.Json, shared.KeyFile,
            ImportCommand.Build(verb), StatusCommand.Build(verb), HistoryCommand.Build(verb), ReplayCommand.Build(verb),
            PositionCommand.Build(verb), RebuildCommand.Build(verb), GenerateCommand.Build(verb), BenchCommand.Build(verb),
            VerifyCommand.Build(verb), ExportCommand.Build(verb), EraseCommand.Build(verb),
        ];
    }
}

/// <summary>Options of every verb.</summary>
internal sealed class SharedOptions
{
    public Option<string?> Connection { get; } = new("--connection")
    {
        Description = "PostgreSQL connection string. Otherwise ConnectionStrings__Lifecycle is used, or the service's own PostgreSQL.",
        Recursive = true,
    };

    public Option<string> Actor { get; } = new("--actor")
    {
        Description = "Id of the account that acts, an administrator.",
        DefaultValueFactory = _ => "cli",
        Recursive = true,
    };

    public Option<string?> KeyFile { get; } = new("--key-file")
    {
        Description = "The file with the key that signs the history; what was last signed is kept beside it. Otherwise Ledger__KeyFile is used, or the service's own.",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON, for programs.", Recursive = true };
}
