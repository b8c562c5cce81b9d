using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Requests;

/// <summary>What goes out: to be printed, or taken as a file. Only once it was read through, and nothing was written since.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class PrintModel(GroupDb db, GroupStore store, Vault vault, Viewer viewer, PersonViews shown, Texts texts) : RequestPage(db, vault, store.Clock, viewer, shown, texts)
{
    public string GroupName => store.Profile.Name;

    /// <summary>What somebody is told first: what this is, and what is not in it.</summary>
    public IReadOnlyList<string> Head =>
    [
        T["This is everything we hold about you, as it stood on {0}.", Spoken.Date(store.Clock.DayOf(Asked.ReviewedAt!.Value))],
        T["Black bars stand where another person is named, or where something may do great harm. Left out are whom you must not meet, how two records were joined, photos of receipts and the machine’s own numbers; ask us about them."],
        T["You may ask us to put right what is wrong, to erase it, or to stop using it. You may complain to the authority that looks after this."],
    ];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ?? Page();

    public async Task<IActionResult> OnGetFileAsync()
    {
        if (await ReadAsync() is { } answer)
            return answer;
        return File(Encoding.UTF8.GetBytes(Write()), "text/html; charset=utf-8", "what-we-hold.html");
    }

    public string AsSent(Passage passage) => Passages.Contains(passage.Id) ? "█████" : passage.IsFree ? WhatWeHold.Black(passage.Text, Phrases) : BlackName(passage);

    /// <summary>A column that is a name altogether (somebody of the family, a referrer) goes as it was ticked.</summary>
    private string BlackName(Passage passage) => Phrases.Contains(passage.Text) ? "█████" : passage.Text;

    private async Task<IActionResult?> ReadAsync()
    {
        if (await LoadAsync("access-request/print") is { } answer)
            return answer;
        return IsReviewed || Asked.SentOn is not null ? null : LocalRedirect(Url.Content($"~/privacy/requests/{Id}"));
    }

    /// <summary>A page of its own, that needs nothing else: opened with any browser, on any day.</summary>
    private string Write()
    {
        static string E(string text) => WebUtility.HtmlEncode(text);
        var title = E(T["What {0} holds about {1}", GroupName, PersonNames.Whole(T, Person)]);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\"><title>{E(T["What we hold"])}</title><style>body{{font:16px/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}}dl{{border-top:1px solid #888;padding-top:.5rem}}dt{{font-weight:bold}}dd{{margin:0 0 .5rem;white-space:pre-line}}</style></head><body><h1>{title}</h1>");
        foreach (var line in Head)
            html.Append(CultureInfo.InvariantCulture, $"<p>{E(line)}</p>");
        foreach (var part in Held)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{E(Heading(part))}</h2>");
            foreach (var row in part.Rows)
                html.Append("<dl>").AppendJoin("", row.Passages.Select(p => $"<dt>{E(Label(p))}</dt><dd>{E(AsSent(p))}</dd>")).Append("</dl>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>{E(T["Who looked at your record"])}</h2><ul>");
        html.AppendJoin("", Looks.Select(l => $"<li>{E(Spoken.Moment(store.Clock.ToLocal(l.At), store.Clock.Today))} {E(l.By)}</li>"));
        return html.Append("</ul></body></html>").ToString();
    }
}
