using System.Xml.Linq;
using Xunit;

namespace Lifecycle.Architecture.Tests;

/// <summary>Who may know whom. Read from the project files, because an unused reference is a reference too.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["EmbeddedPostgres"] = [],
        ["Ledger"] = [],
        ["EventStore"] = ["Ledger"],
        ["ReadModels"] = ["Domain", "EventStore"],
        ["Application"] = ["Domain", "EventStore", "Ledger", "ReadModels"],
        ["Api"] = ["Domain", "Application", "ReadModels"],
        ["Web"] = ["Domain", "Application", "ReadModels", "Api", "EmbeddedPostgres"],
        ["Bench"] = ["Domain", "Ledger", "EventStore", "ReadModels", "Application", "EmbeddedPostgres", "Web"],
        ["Cli"] = ["Domain", "Ledger", "Application", "ReadModels", "EmbeddedPostgres", "Bench"],
    };

    // The bench, for floors that are written by hand.
    private static readonly string[] MayUseNpgsql = ["EventStore", "ReadModels", "Bench"];

    public static TheoryData<string> Projects =>
        [.. Repository.Files("src", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file)["Lifecycle.".Length..])];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_the_table_allows(string project) =>
        Assert.Empty(References(project, "ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Lifecycle.".Length..])
            .Except(Allowed[project]));

    [Theory, MemberData(nameof(Projects))]
    public void Only_the_store_the_read_models_and_the_bench_speak_to_PostgreSQL_and_they_keep_it_to_themselves(string project)
    {
        var npgsql = References(project, "PackageReference").Where(package => package.Attribute("Include")!.Value == "Npgsql").ToList();
        Assert.True(npgsql.Count == 0 || MayUseNpgsql.Contains(project), $"{project} may not use Npgsql.");
        Assert.All(npgsql, package => Assert.Equal("compile", package.Attribute("PrivateAssets")?.Value));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Lifecycle.sln"));
        Assert.All(
            Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Select(Path.GetFileName),
            project => Assert.Contains(project!, solution, StringComparison.Ordinal));
    }

    private static IEnumerable<XElement> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", $"Lifecycle.{project}", $"Lifecycle.{project}.csproj")).Descendants(kind);
}
