using Lifecycle.Api.OpenApi;
using Microsoft.AspNetCore.Http;

namespace Lifecycle.Api.Limits;

/// <summary>Refuses commands while there is no place, before anything is spent on them. Their bodies are not read.</summary>
internal sealed class AdmissionGate(RequestDelegate next, Admission admission)
{
    public Task InvokeAsync(HttpContext context) =>
        admission.IsFull && context.GetEndpoint()?.Metadata.GetMetadata<TakesPreconditions>() is not null
            ? Admission.Refusal.ExecuteAsync(context)
            : next(context);
}
