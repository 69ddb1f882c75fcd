using Lifecycle.Application;
using Microsoft.AspNetCore.Connections;

namespace Lifecycle.Web.StartUp;

/// <summary>The service cannot start. The message says why and what to do, in one line for a person.</summary>
public sealed class StartUpException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The reason in one line; null when it is none that a person can act on, which makes it a bug.</summary>
    internal static string? Explain(Exception e) => e switch
    {
        StartUpException => e.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{e.Message.TrimEnd('.')}. Stop what listens there, or choose another address with --urls http://localhost:5081.",
        OperationCanceledException => "It was stopped before it was ready.",
        _ when Trouble.OfDatabase(e) is { } reason => $"{reason} Check ConnectionStrings__Lifecycle.",
        _ => null,
    };
}
