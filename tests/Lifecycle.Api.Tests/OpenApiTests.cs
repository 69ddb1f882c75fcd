using System.Text.Json;
using Lifecycle.Api.Problems;
using Lifecycle.Domain.Recommendations;

namespace Lifecycle.Api.Tests;

/// <summary>The API describes itself completely: what a client is generated from is also what is true.</summary>
public sealed class OpenApiTests(Service service)
{
    private static readonly (string Method, string Path)[] Contract =
    [
        ("post", "/api/v1/publications"), ("get", "/api/v1/publications"), ("get", "/api/v1/publications/{id}"),
        ("get", "/api/v1/recommendations"), ("get", "/api/v1/recommendations/{reference}"), ("get", "/api/v1/recommendations/{reference}/history"),
        ("get", "/api/v1/positions"), ("get", "/api/v1/comparisons"), ("post", "/api/v1/declared-positions"), ("get", "/api/v1/sign-off-queue"),
        ("get", "/api/v1/events"), ("get", "/api/v1/events/stream"), ("get", "/api/v1/grades"), ("get", "/api/v1/demo/personas"),
        ("get", "/api/v1/ledger/checkpoint"), ("post", "/api/v1/ledger/checkpoint"), ("post", "/api/v1/ledger/checkpoint/cosignatures"),
        ("get", "/api/v1/ledger/tile/{path}"), ("get", "/api/v1/ledger/proof/{position}"), ("get", "/api/v1/ledger/consistency"), ("get", "/api/v1/ledger/bundle"),
        .. RecommendationCommands.Known.Keys.Select(verb => ("post", $"/api/v1/recommendations/{{reference}}/{verb}")),
    ];

    [Fact]
    public async Task It_is_OpenAPI_3_1_with_exactly_the_operations_of_the_contract()
    {
        var document = await CommandExamples.DocumentAsync(service);
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(Contract.Order(), Operations(document).Select(operation => (operation.Method, operation.Path)).Order());
    }

    [Fact]
    public async Task Every_reference_within_it_leads_somewhere()
    {
        var document = await CommandExamples.DocumentAsync(service);
        foreach (var reference in References(document).Distinct())
        {
            var target = document;
            foreach (var step in reference.Split('/').Skip(1))
                Assert.True(target.TryGetProperty(step, out target), reference);
        }
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_examples_of_what_it_takes_and_answers()
    {
        var operations = Operations(await CommandExamples.DocumentAsync(service)).ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var (method, path, operation) in operations)
        {
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("summary").GetString()), path);
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("description").GetString()), path);
            if (method == "post" && path != "/api/v1/ledger/checkpoint")
                Assert.True(Media(operation.GetProperty("requestBody")).TryGetProperty("example", out _), $"{path} takes");
            foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '2'))
                Assert.True(Media(response.Value).TryGetProperty("example", out _) && Media(response.Value).TryGetProperty("schema", out _), $"{path} {response.Name}");
        }
    }

    [Fact]
    public async Task Every_operation_names_the_problems_it_can_answer_with()
    {
        foreach (var (method, path, operation) in Operations(await CommandExamples.DocumentAsync(service)))
        {
            var codes = Codes(operation).ToList();
            Assert.Superset(new HashSet<string>(["malformed", "not_signed_in", "too_many_requests", "unexpected", "unavailable", "timed_out"]), codes.ToHashSet());
            if (method == "post" && !IsLedger(path))
                Assert.Superset(new HashSet<string>(["conflict", "idempotency_key_reused", "body_too_large", "role_not_allowed", "busy"]), codes.ToHashSet());
            if (path.Contains("{reference}", StringComparison.Ordinal))
                Assert.Contains("not_found", codes);
            if (path.Contains("{reference}/", StringComparison.Ordinal) && method == "post")
                Assert.Superset(new HashSet<string>(["if_match_missing", "stale", "no_authority"]), codes.ToHashSet());
        }
    }

    [Fact]
    public async Task Every_problem_of_the_catalogue_belongs_to_some_operation()
    {
        var named = Operations(await CommandExamples.DocumentAsync(service)).SelectMany(operation => Codes(operation.Value)).ToHashSet();
        // Routing answers with this one, at any address.
        Assert.Equal(["method_not_allowed"], ProblemCatalogue.All.Select(problem => problem.Code).Except(named));
    }

    [Fact]
    public async Task The_body_of_every_command_may_carry_its_day_and_source_and_nothing_unknown()
    {
        var document = await CommandExamples.DocumentAsync(service);
        foreach (var (_, path, operation) in Operations(document).Where(operation => operation.Method == "post" && !IsLedger(operation.Path)))
        {
            var reference = Media(operation.GetProperty("requestBody")).GetProperty("schema").GetProperty("$ref").GetString()!;
            var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.Split('/')[^1]);
            Assert.True(schema.GetProperty("properties").TryGetProperty("effectiveOn", out _), path);
            Assert.True(schema.GetProperty("properties").TryGetProperty("source", out _), path);
            Assert.False(schema.GetProperty("properties").TryGetProperty("act", out _), path);
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean(), path);
        }
    }

    [Fact]
    public async Task Every_example_of_a_command_is_well_formed()
    {
        var record = await Raised.NewAsync(service);
        foreach (var verb in RecommendationCommands.Known.Keys)
        {
            var answer = await record.As("demo.auditor").PostAsync($"{record.Path}/{verb}", await CommandExamples.OfAsync(service, verb), "\"1\"");
            Assert.Equal((verb, "role_not_allowed"), (verb, answer.Code));
        }
    }

    // What is posted there is no command: nothing, or a note.
    private static bool IsLedger(string path) => path.StartsWith("/api/v1/ledger/", StringComparison.Ordinal);

    private static IEnumerable<(string Method, string Path, JsonElement Value)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Name is "get" or "post" or "put" or "delete" or "patch"
        select (method.Name, path.Name, method.Value);

    private static JsonElement Media(JsonElement part) => part.GetProperty("content").EnumerateObject().Single().Value;

    private static IEnumerable<string> Codes(JsonElement operation) =>
        from response in operation.GetProperty("responses").EnumerateObject()
        where response.Name[0] is '4' or '5'
        from example in response.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("examples").EnumerateObject()
        select example.Name;

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
