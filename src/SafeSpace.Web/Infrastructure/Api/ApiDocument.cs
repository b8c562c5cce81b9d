using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SafeSpace.Web.Infrastructure.Api;

/// <summary>The description of the interface, at the root: <c>/openapi/v1.json</c>.</summary>
public static class ApiDocument
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Safe Space", Version = "v1", Description = "Refer people, log contacts, read the desk and the reports of one group." };
            document.Servers =
            [
                new OpenApiServer
                {
                    Url = "/{group}",
                    Variables = new Dictionary<string, OpenApiServerVariable> { ["group"] = new() { Default = "demo", Description = "The group's short name." } },
                },
            ];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of the group, made on its page \"Tokens\"." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
    });
}
