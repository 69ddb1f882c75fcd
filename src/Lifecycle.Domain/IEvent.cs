namespace Lifecycle.Domain;

/// <summary>Something that happened. Stored for ever under the snake_case of its record name, so its shape is a contract: see <see cref="EventCodec"/>.</summary>
public interface IEvent;
