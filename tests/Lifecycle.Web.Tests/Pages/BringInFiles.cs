using Lifecycle.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Lifecycle.Web.Tests.Pages;

/// <summary>What the tests bring in.</summary>
internal static class BringInFiles
{
    public const string Mapping = """
        {
          "format": "lifecycle-csv/1", "title": "Tracker", "dateFormats": ["dd/MM/yyyy"],
          "publication": { "id": "bring-in-tracker", "title": "PEEL: an inspection of Cleveland", "kind": "peel", "publishedOn": "2014-06-10", "addressed": ["cleveland"] },
          "body": "cleveland", "by": { "actor": "flo.cleveland", "role": "flo", "body": "cleveland" }, "on": "2014-09-01",
          "columns": { "Ref": "number", "Type": "kind", "Subject": "title", "Asked": "summary", "Level": "level" }
        }
        """;

    // Whoever stores something holds this lock, and all other storing waits.
    public static async Task<Npgsql.NpgsqlConnection> WriterAtWorkAsync(Site site)
    {
        var connection = await site.Services.GetRequiredService<Database>().OpenOwnerConnectionAsync(TestContext.Current.CancellationToken);
        await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await AppendLock.TakeAsync(connection, TestContext.Current.CancellationToken);
        return connection;
    }

    public static string Register(string id, int records) => $$"""
        {
          "format": "lifecycle-register/1", "title": "Brought in", "source": "Test",
          "publications": [{
            "id": "{{id}}", "title": "A report brought in as {{id}}", "kind": "peel", "publishedOn": "2014-06-10", "addressed": ["cleveland"],
            "records": [{{string.Join(',', Enumerable.Range(1, records).Select(n => $$"""
              { "number": "{{(id.Contains(' ', StringComparison.Ordinal) ? $"No {n}" : $"{n}")}}", "kind": "recommendation", "title": "Record {{n}} of custody", "summary": "Keep it.", "addressees": ["cleveland"], "level": 2 }
              """))}}]
          }]
        }
        """;
}
