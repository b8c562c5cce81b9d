namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>Keys alone: to a field, a link or a button by its words, and one always sees where one is.</summary>
internal static class Keys
{
    private const string Where = """
        () => {
          const one = document.activeElement;
          const label = one.labels?.[0]?.innerText ?? one.getAttribute('aria-label') ?? one.innerText ?? '';
          const shown = one.matches('.choice input') ? one.closest('.choice').querySelector('span') ?? one : one;
          const style = getComputedStyle(shown), own = getComputedStyle(one);
          const ring = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none' || (own.outlineStyle !== 'none' && own.outlineWidth !== '0px');
          return [label.trim().split('\n')[0], String(ring), one.outerHTML.slice(0, 120)];
        }
        """;

    /// <param name="key">Pressed once one is there.</param>
    public static async Task TabToAsync(this AtBrowser at, string label, string? key = null)
    {
        for (var tabs = 0; tabs < 120; tabs++)
        {
            await at.Page.Keyboard.PressAsync("Tab");
            if (await at.Page.EvaluateAsync<string[]>(Where) is not [var here, var ring, var html])
                continue;
            Assert.True(ring == "true" || html.StartsWith("<body", StringComparison.Ordinal) || html.StartsWith("<main", StringComparison.Ordinal), $"No ring around {html}");
            if (!here.StartsWith(label, StringComparison.Ordinal))
                continue;
            if (key is not null)
                await at.Page.Keyboard.PressAsync(key);
            return;
        }

        Assert.Fail($"Tab does not reach \"{label}\" on {at.Path}");
    }
}
