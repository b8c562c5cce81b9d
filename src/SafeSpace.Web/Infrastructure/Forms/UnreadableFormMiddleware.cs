using System.Net.Http.Headers;
using System.Net.Mime;
using Microsoft.AspNetCore.Diagnostics;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Forms;

/// <summary>
/// A form that cannot be read (a NUL in it, a value of megabytes) is said to be just that. Left to the token's check, it would be told
/// that its page was open too long. Uploads are read, and bounded, by their own page.
/// </summary>
internal sealed class UnreadableFormMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The error page comes through here too, with the same form.
        if (context.Features.Get<IExceptionHandlerFeature>() is null && HttpMethods.IsPost(context.Request.Method)
            && MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType == MediaTypeNames.Application.FormUrlEncoded)
        {
            try
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (InvalidDataException error)
            {
                throw new SafeSpaceException("What was sent is too long, or holds a sign that cannot be kept. Go back, take it out, and send it again.", error);
            }
        }

        await next(context);
    }
}
