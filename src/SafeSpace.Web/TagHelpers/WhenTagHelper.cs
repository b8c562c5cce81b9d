using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;when at="utc"/&gt;</c>: "Tue 14 Jan, 16:40"; with <c>ago</c>, "3 days ago" and the date behind it. Null says <c>none</c>.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhenTagHelper(Texts texts, GroupClock clock) : TagHelper
{
    /// <summary>UTC.</summary>
    public DateTime? At { get; set; }

    public bool Ago { get; set; }

    public string None { get; set; } = "not yet";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } utc)
        {
            output.Become("span");
            output.Content.Append(texts[None]);
            return;
        }

        var local = clock.ToLocal(utc);
        output.Become("time");
        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        if (Ago) output.Attributes.SetAttribute("title", Spoken.Moment(local, clock.Today));
        output.Content.Append(Ago ? Spoken.Ago(utc, clock, texts) : Spoken.Moment(local, clock.Today));
    }
}
