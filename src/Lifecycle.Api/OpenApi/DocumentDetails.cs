using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lifecycle.Api.OpenApi;

/// <summary>What the API reference says before its first operation, and how to sign in.</summary>
internal sealed class DocumentDetails : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";

    private const string Introduction = """
        The life of every recommendation, area for improvement and cause of concern that HMICFRS raises.

        **Two time axes.** `asAt` asks what had happened by a day; `knownAt` asks what had been recorded by a moment. Both default to now.

        **Changes.** Send the record's `ETag` in `If-Match`, and an `Idempotency-Key` of your own so that a retry does nothing twice.
        Every body may carry `effectiveOn`, the day it happened (today when left out), and `source`, where it was copied from.

        **Problems** are RFC 9457 problem details. Branch on `code`; `detail` tells a person what to do.
        Days are `yyyy-MM-dd`, times are UTC with `Z`. Unknown is `null`, never zero.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Recommendation lifecycle", Version = "v1", Description = Introduction };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "In demo mode the token is a persona, for example demo.flo.west-mercia.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }
}
