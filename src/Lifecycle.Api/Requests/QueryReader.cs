using System.Globalization;
using Lifecycle.Api.Problems;
using Lifecycle.Domain;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Requests;

/// <summary>Reads the query parameters of one request and collects everything that is wrong with them.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection _query;
    private readonly QueryParameters _allowed;
    private readonly List<FieldError> _errors = [];

    public QueryReader(HttpContext context)
    {
        _query = context.Request.Query;
        _allowed = context.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() ?? QueryParameters.None;
        foreach (var name in _query.Keys.Where(name => _allowed.All.All(known => known.Name != name)))
            _errors.Add(new FieldError(name, Unknown(name)));
    }

    /// <summary>Null when everything could be read.</summary>
    public ProblemResult? Problem => _errors.Count == 0 ? null : RequestProblems.Refuse(_errors);

    public string? Text(QueryParameter parameter)
    {
        var values = _query[parameter.Name];
        if (values.Count > 1)
            Wrong(parameter, "may be given once only");
        var text = values.Count == 0 ? null : values[0];
        if (text is "" || (text is null && parameter.Required))
            Wrong(parameter, $"needs a value, for example {parameter.Example}");
        else if (text?.Contains('\0') == true)
            Wrong(parameter, "must not contain a null character");
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public DateOnly? Day(QueryParameter parameter) => Read(parameter, ReadDay, "must be a day such as 2023-09-04");

    /// <summary>A moment in UTC; a mere day means its end in London.</summary>
    public DateTimeOffset? Moment(QueryParameter parameter) =>
        Read(parameter, ReadMoment, "must be a time in UTC such as 2023-09-04T17:00:00Z, or a day such as 2023-09-04");

    public int? Number(QueryParameter parameter)
    {
        var (min, max) = parameter.Range!.Value;
        return (int?)Whole(parameter, min, max);
    }

    public long? Long(QueryParameter parameter) => Whole(parameter, 0, long.MaxValue);

    public bool? Flag(QueryParameter parameter) => Read<bool>(
        parameter, text => text switch { "true" => true, "false" => false, _ => null }, "must be true or false");

    /// <summary>Enumeration words with commas between them; null when the parameter is absent.</summary>
    public IReadOnlyList<T>? Words<T>(QueryParameter parameter)
        where T : struct, Enum => Many(parameter) is { Count: > 0 } words ? [.. words.Select(Requests.Words.Find<T>).OfType<T>()] : null;

    /// <summary>Id of a body that exists.</summary>
    public string? Body(QueryParameter parameter)
    {
        var id = Text(parameter);
        if (id is not null && !Bodies.IsKnown(id))
            Wrong(parameter, $"must be the id of a body, for example {parameter.Example}; '{Shorten(id)}' is none");
        return id;
    }

    /// <summary>Words with commas between them, each at most once; empty when the parameter is absent.</summary>
    public IReadOnlyList<string> Many(QueryParameter parameter)
    {
        var words = Text(parameter)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (words.Distinct().Count() != words.Length || words.Any(word => parameter.Words?.Contains(word) == false))
            Wrong(parameter, $"must be words out of {string.Join(", ", parameter.Words!)} with commas between them, each once");
        return words;
    }

    public void Wrong(QueryParameter parameter, string message) =>
        _errors.Add(new FieldError(parameter.Name, $"{parameter.Name} {message}."));

    private long? Whole(QueryParameter parameter, long min, long max) => Read<long>(
        parameter,
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : null,
        max == long.MaxValue ? "must be a whole number" : $"must be a whole number from {min} to {max}");

    private T? Read<T>(QueryParameter parameter, Func<string, T?> read, string howTo)
        where T : struct
    {
        if (Text(parameter) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Wrong(parameter, howTo);
        return value;
    }

    private string Unknown(string name) => _allowed.All.Count == 0
        ? $"'{Shorten(name)}' is not known here: this address takes no query parameters."
        : $"'{Shorten(name)}' is not known here. The parameters are: {string.Join(", ", _allowed.All.Select(known => known.Name))}.";

    private static DateOnly? ReadDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // The first and last days of the calendar have no moment in London around them.
    private static DateTimeOffset? ReadMoment(string text) =>
        ReadDay(text) is { Year: > 1 and < 9999 } day ? LondonDay.EndOf(day)
        : text.EndsWith('Z') && DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-ddTHH:mmZ", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment
        : null;

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
