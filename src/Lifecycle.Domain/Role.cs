using System.Text.Json.Serialization;

namespace Lifecycle.Domain;

/// <summary>The part a person plays. The force liaison officer (FLO) belongs to the force; the force liaison lead (FLL) to HMICFRS.</summary>
[JsonConverter(typeof(WordConverter<Role>))]
public enum Role
{
    /// <summary>Force liaison officer; for a national body, whoever answers HMICFRS there.</summary>
    [JsonStringEnumMemberName("flo")] Flo,
    /// <summary>Strategic, portfolio or business area lead in a force.</summary>
    [JsonStringEnumMemberName("lead")] Lead,
    /// <summary>Deputy chief constable: scrutinises before closure is recommended.</summary>
    [JsonStringEnumMemberName("dcc")] Dcc,
    /// <summary>Chief constable, or who stands in as chief.</summary>
    [JsonStringEnumMemberName("chief")] Chief,
    /// <summary>Member or secretary of a governance board or audit committee.</summary>
    [JsonStringEnumMemberName("board")] Board,
    /// <summary>Police and crime commissioner, mayor or police authority.</summary>
    [JsonStringEnumMemberName("pcc")] Pcc,
    /// <summary>HMICFRS force liaison lead of one force.</summary>
    [JsonStringEnumMemberName("fll")] Fll,
    /// <summary>HM Inspector, or who acts for the inspectorate as a whole.</summary>
    [JsonStringEnumMemberName("hmi")] Hmi,
    /// <summary>Auditor: reads everything, changes nothing.</summary>
    [JsonStringEnumMemberName("auditor")] Auditor,
    /// <summary>Answers for a national body such as the NPCC.</summary>
    [JsonStringEnumMemberName("national")] National,
    /// <summary>Runs the service and brings in registers.</summary>
    [JsonStringEnumMemberName("admin")] Admin,
}
