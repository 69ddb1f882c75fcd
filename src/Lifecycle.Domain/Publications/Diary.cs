namespace Lifecycle.Domain.Publications;

/// <summary>Rules that the diary's commands share.</summary>
internal static class Diary
{
    public static Decision Add(IEvent entry, Publication? state) =>
        Check.Stands(state is not null && state.Diary.Any(old => EventCodec.Same(old, entry))) ?? Decision.Accept(entry);

    public static Refusal? Texts(string when, string? note) =>
        Check.Required("time", when, Check.Short) ?? Check.Optional("note", note, Check.Long);
}
