using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SafeSpace.Web.Infrastructure;

/// <summary>The framework's own sentences in plain words. They are keys of the language files: the tag helpers translate them.</summary>
public static class PlainBindingMessages
{
    public const string Number = "Write this as a number, in digits.";
    public const string Unreadable = "We could not read this. Please write it again.";
    public const string Missing = "Please fill this in.";

    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        messages.SetMissingBindRequiredValueAccessor(_ => Missing);
        messages.SetMissingKeyOrValueAccessor(() => Missing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Missing);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Number);
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => Number);
        messages.SetValueMustNotBeNullAccessor(_ => Missing);
    }
}
