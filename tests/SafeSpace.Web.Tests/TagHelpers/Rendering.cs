using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Tests.TagHelpers;

/// <summary>One page's worth of what a tag helper sees: what was typed, what was wrong, and a clock that stands at Wed 14 Jan 2026, 18:04.</summary>
internal sealed class Rendering
{
    private readonly EmptyModelMetadataProvider metadata = new();

    public Rendering() => View = new ViewContext
    {
        HttpContext = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(Clock).BuildServiceProvider() },
        RouteData = new RouteData(),
        ActionDescriptor = new ActionDescriptor(),
        ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()),
        TempData = new TempDataDictionary(new DefaultHttpContext(), new NoTempData()),
    };

    public ViewContext View { get; }

    public ModelStateDictionary ModelState => View.ModelState;

    public static Texts Texts { get; } = new(new LanguageFiles());

    public static FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 14, 18, 4, 0, TimeSpan.Zero));

    public static GroupClock Clock { get; } = new(Time, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    public ModelExpression For<T>(string name, T? value) => new(name, metadata.GetModelExplorerForType(typeof(T), value));

    public Rendering Typed(string name, string? error, params string[] typed)
    {
        ModelState.SetModelValue(name, typed.Length == 1 ? typed[0] : typed, string.Join(',', typed));
        if (error is not null) ModelState.AddModelError(name, error);
        return this;
    }

    public async Task<string> Html(TagHelper helper, string tag, string? html = null, string? text = null, params TagHelperAttribute[] attributes)
    {
        helper.GetType().GetProperty("ViewContext")?.SetValue(helper, View);
        var context = new TagHelperContext(tag, [], new Dictionary<object, object>(), "unique");
        var output = new TagHelperOutput(tag, [.. attributes], (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            if (html is not null) content.AppendHtml(html);
            if (text is not null) content.Append(text);
            return Task.FromResult<TagHelperContent>(content);
        });
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
            // Nothing outlives a test.
        }
    }
}
