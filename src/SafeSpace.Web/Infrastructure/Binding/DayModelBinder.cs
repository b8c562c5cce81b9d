using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>Binds what somebody typed to a day; see <see cref="DayText"/>. What is no day comes back as it was typed, with a sentence.</summary>
public sealed class DayModelBinder : IModelBinder
{
    public const string Sentence = "Write the date as day, month, year: 14 3 1984.";

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        if (string.IsNullOrWhiteSpace(typed.FirstValue))
        {
            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var services = bindingContext.HttpContext.RequestServices;
        if (DayText.TryParse(typed.FirstValue, services.GetRequiredService<GroupClock>().Today, out var day))
            bindingContext.Result = ModelBindingResult.Success(day);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, services.GetRequiredService<Texts>()[Sentence]);
        return Task.CompletedTask;
    }
}
