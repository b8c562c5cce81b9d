using Microsoft.AspNetCore.Mvc.ModelBinding;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Infrastructure.Binding;

/// <summary>
/// Binds <c>Name.Day</c> and <c>Name.Time</c> to a <see cref="LocalMoment"/>. Both empty: null, which a page reads as now.
/// Only a time: today. Only a day: a sentence, because a contact without a time cannot be put in order.
/// </summary>
public sealed class MomentModelBinder : IModelBinder
{
    public const string TimeSentence = "Write the time like this: 18:04.";
    public const string TimeMissing = "Say the time as well, like this: 18:04.";

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var services = bindingContext.HttpContext.RequestServices;
        var texts = services.GetRequiredService<Texts>();
        var today = services.GetRequiredService<GroupClock>().Today;
        var (dayKey, timeKey) = (bindingContext.ModelName + ".Day", bindingContext.ModelName + ".Time");
        var (dayTyped, timeTyped) = (Typed(bindingContext, dayKey), Typed(bindingContext, timeKey));
        // Neither part is a property the framework would look at again when there is no moment: unmarked, they would leave the form invalid without a word.
        foreach (var key in new[] { dayKey, timeKey }.Where(bindingContext.ModelState.ContainsKey))
            bindingContext.ModelState[key]!.ValidationState = ModelValidationState.Skipped;
        if (dayTyped is null && timeTyped is null)
        {
            if (!bindingContext.ModelState.ContainsKey(dayKey) && !bindingContext.ModelState.ContainsKey(timeKey)) return Task.CompletedTask;
            // Nothing is bound under these names, so nobody would look at them again, and what nobody looked at is not valid.
            foreach (var key in new[] { dayKey, timeKey }.Where(bindingContext.ModelState.ContainsKey)) bindingContext.ModelState.MarkFieldSkipped(key);
            bindingContext.Result = ModelBindingResult.Success(null);
            return Task.CompletedTask;
        }

        var (day, time) = (today, default(TimeOnly));
        var dayReads = dayTyped is null || DayText.TryParse(dayTyped, today, out day);
        var timeReads = TimeText.TryParse(timeTyped, out time);
        if (!dayReads) bindingContext.ModelState.TryAddModelError(dayKey, texts[DayModelBinder.Sentence]);
        if (!timeReads) bindingContext.ModelState.TryAddModelError(timeKey, texts[timeTyped is null ? TimeMissing : TimeSentence]);
        if (dayReads && timeReads) bindingContext.Result = ModelBindingResult.Success(new LocalMoment(day, time));
        return Task.CompletedTask;
    }

    private static string? Typed(ModelBindingContext context, string key)
    {
        var typed = context.ValueProvider.GetValue(key);
        if (typed != ValueProviderResult.None) context.ModelState.SetModelValue(key, typed);
        return string.IsNullOrWhiteSpace(typed.FirstValue) ? null : typed.FirstValue;
    }
}
