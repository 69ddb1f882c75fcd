using Lifecycle.ReadModels;
using Lifecycle.Web.Site;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lifecycle.Web.Acting;

/// <summary>What was entered in a form, field by field. Empty is null.</summary>
internal sealed class Entered(IFormCollection form, ModelStateDictionary state, EnteredFile? file = null, string prefix = "")
{
    /// <summary>Most rows of a list that one form takes.</summary>
    public const int MostRows = 100;

    public string? Text(string name) =>
        form[prefix + name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Of a field that is required: the domain says so again where the page did not.</summary>
    public string Needed(string name) => Text(name) ?? "";

    /// <summary>The value of a choice that somebody made up.</summary>
    public string Own(string name) => OwnOrNull(name) ?? "";

    public string? OwnOrNull(string name) => Text(name) is { } escaped ? Uri.UnescapeDataString(escaped) : null;

    public IReadOnlyList<string> Many(string name) => [.. form[prefix + name].OfType<string>().Where(one => one.Length > 0)];

    /// <summary>0 when it is no number.</summary>
    public int Number(string name) => int.TryParse(Text(name), out var number) ? number : 0;

    /// <summary>The word of a choice of ours.</summary>
    /// <exception cref="BadHttpRequestException">It is none that the page offered.</exception>
    public T Word<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Words.Of(value!.Value) == Text(name))
            ?? throw new BadHttpRequestException($"'{name}' is none of the choices.");

    /// <summary>Null when none was entered, or none that is a day; then the field says so.</summary>
    public DateOnly? Day(string name) => DayFields.Read(form, prefix + name, "The day", new ModelStateDictionary());

    public EnteredFile? File(string name) => name == "file" ? file : null;

    public static string RowsName(string list) => $"{list}-rows";

    public static string RowPrefix(string list, int row) => $"{list}-{row}-";

    /// <summary>How many rows the page showed.</summary>
    public int RowCount(string list) => Math.Clamp(Number(RowsName(list)), 0, MostRows);

    public IEnumerable<Entered> Rows(string list) =>
        Enumerable.Range(1, RowCount(list)).Select(row => new Entered(form, state, file, prefix + RowPrefix(list, row)));

    /// <summary>Keeps what was typed, so that the page shows it again.</summary>
    public void Keep()
    {
        foreach (var (name, values) in form)
        {
            state.SetModelValue(name, values.ToArray(), string.Join(',', values.ToArray()));
            // What nobody has looked at yet counts as wrong otherwise.
            state.MarkFieldSkipped(name);
        }
    }
}
