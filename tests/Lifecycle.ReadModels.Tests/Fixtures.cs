using Lifecycle.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
