namespace Lifecycle.EmbeddedPostgres;

/// <summary>The server to start.</summary>
/// <param name="DataDirectory">Folder of its own, created when missing. What is in it survives.</param>
/// <param name="Port">On loopback; 0 takes a free one.</param>
/// <param name="Durable">False for tests only: an outage of the machine may then lose or damage everything.</param>
public sealed record PostgresOptions(string DataDirectory, int Port = 0, bool Durable = true);

/// <summary>There is no PostgreSQL to start; the message says what to install.</summary>
public sealed class PostgresNotFoundException(string message) : Exception(message);

/// <summary>PostgreSQL did not do what it was told; the message carries what it said.</summary>
public sealed class PostgresFailedException(string message) : Exception(message);
