using System.Globalization;

namespace SafeSpace.Web.Infrastructure;

/// <summary>What the layout says about the group of this request. One for each request; the host fills it in before the page.</summary>
public sealed class GroupLook
{
    /// <summary>The group's own name; the product's where there is no group.</summary>
    public string Name { get; set; } = "Safe Space";

    /// <summary>Where "Leave this page" goes: something anybody might be looking at.</summary>
    public string LeaveTo { get; set; } = "https://www.bbc.co.uk/weather";

    /// <summary>Whom to ring when something here does not work; null shows nothing.</summary>
    public string? ProblemsPhone { get; set; }

    /// <summary>Minutes without a key or tap after which a shared screen is locked; null never.</summary>
    public int? IdleMinutes { get; set; }

    /// <summary>Every page says that nobody here is real.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>Pages about a person have "What to do now" in their head, one tap away.</summary>
    public bool HasEmergency { get; set; }

    /// <summary>Who is signed in, as they want to be called; null when nobody is.</summary>
    public string? SignedInAs { get; set; }

    /// <summary>At most four, by permission: at the bottom of a phone, at the left of a desk.</summary>
    public IList<NavItem> Nav { get; } = [];

    public string Language { get; set; } = CultureInfo.CurrentUICulture is { Name.Length: > 0 } culture ? culture.Name : "en";
}

/// <summary>One of the things at the bottom of a phone. The label is English (translated when shown); the address starts with "~/".</summary>
public sealed record NavItem(string Label, string Href);

/// <summary>One step of "where am I". The label is said already, as it is shown.</summary>
public sealed record Crumb(string Label, string Href);
