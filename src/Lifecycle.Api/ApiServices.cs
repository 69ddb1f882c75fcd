using Lifecycle.Api.Demo;
using Lifecycle.Api.Limits;
using Lifecycle.Api.OpenApi;
using Lifecycle.Api.Problems;
using Lifecycle.Api.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lifecycle.Api;

/// <summary>What the API needs of the host.</summary>
public static class ApiServices
{
    /// <summary>Adds the API. Who may sign in is the host's affair: it adds authentication schemes that issue the claims of <see cref="Callers"/>.</summary>
    public static IServiceCollection AddLifecycleApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ApiLimits>(configuration.GetSection(ApiLimits.Section));
        var limits = configuration.GetSection(ApiLimits.Section).Get<ApiLimits>() ?? new();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Admission>();
        services.AddSingleton<StreamSlots>();
        services.AddSingleton<Events.SharedFeed>();
        services.AddSingleton<Events.EventStream>();
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddProblemDetails();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInResult>();
        services.AddRateLimiter(options => CallerRate.Configure(options, limits));
        services.AddRequestTimeouts(options => options.DefaultPolicy = Timeout(limits));
        services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer<DocumentDetails>();
            options.AddOperationTransformer<OperationDetails>();
            options.AddSchemaTransformer<SchemaDetails>();
        });
        return services;
    }

    /// <summary>Lets everybody be anybody. The host sees to it that only this machine can ask.</summary>
    public static IServiceCollection AddDemoPersonas(this IServiceCollection services)
    {
        services.AddAuthentication(DemoAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, DemoAuthentication>(DemoAuthentication.SchemeName, null);
        return services;
    }

    private static RequestTimeoutPolicy Timeout(ApiLimits limits) => new()
    {
        Timeout = limits.Timeout,
        WriteTimeoutResponse = context => new ProblemResult(RequestProblems.TimedOut) { RetryAfter = TimeSpan.FromSeconds(5) }.ExecuteAsync(context),
    };
}
