using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>
/// Binds the buttons and the box of <c>minutes-field</c>, which share one name; what was typed in the box goes before a button.
/// Nothing chosen and nothing typed is null: unknown, never 0. Use as <c>[ModelBinder(typeof(MinutesModelBinder))] int?</c>.
/// </summary>
public sealed class MinutesModelBinder : IModelBinder
{
    public const string Sentence = "Tell us how long it was, in minutes, for example 20.";

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        // The box comes after the buttons in the form, so the last word is the box's when it holds one.
        var last = typed.LastOrDefault(value => !string.IsNullOrWhiteSpace(value));
        if (last is null)
            bindingContext.Result = ModelBindingResult.Success(null);
        else if (MinutesText.TryParse(last, out var minutes))
            bindingContext.Result = ModelBindingResult.Success(minutes);
        else
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, bindingContext.HttpContext.RequestServices.GetRequiredService<Texts>()[Sentence]);
        return Task.CompletedTask;
    }
}
