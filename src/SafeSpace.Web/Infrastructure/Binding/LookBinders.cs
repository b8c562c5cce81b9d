using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>Days and moments of forms are read the way people write them.</summary>
public sealed class LookBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new DayModelBinder()
            : type == typeof(LocalMoment) ? new MomentModelBinder()
            : null;
    }
}
