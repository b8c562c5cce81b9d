using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;day value="date"/&gt;</c>: "14 Mar 1984"; with <c>weekday</c>, "Tue 14 Jan". Null says <c>none</c>.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper(Texts texts, GroupClock clock) : TagHelper
{
    public DateOnly? Value { get; set; }

    public bool Weekday { get; set; }

    public string None { get; set; } = "not noted";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } day)
        {
            output.Become("span");
            output.Content.Append(texts[None]);
            return;
        }

        output.Become("time");
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.Append(Weekday ? Spoken.Day(day, clock.Today) : Spoken.Date(day));
    }
}
