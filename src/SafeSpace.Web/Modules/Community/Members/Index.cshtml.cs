using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.SocialValue;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Community.Members;

/// <summary>The membership list.</summary>
[Needs(Permission.KeepBooks)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, PersonViews shown) : PageModel
{
    public const int OnAPage = 100;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The last number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Member> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Networks { get; private set; } = [];

    public bool More { get; private set; }

    public string Label(string code) => Networks.FirstOrDefault(n => n.Value == code)?.Label ?? code;

    public async Task OnGetAsync()
    {
        Networks = await LevelNames.OfferedAsync(db, GroupList.MemberNetwork);
        var members = db.Members.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var (key, number) = (BookNames.Of(Q), Q.Trim());
            members = members.Where(m => m.NameKey.StartsWith(key) || m.Number == number);
        }

#pragma warning disable CA1309 // the database compares
        if (!string.IsNullOrEmpty(After))
            members = members.Where(m => string.Compare(m.Number, After) > 0);
#pragma warning restore CA1309
        var rows = await members.OrderBy(m => m.Number).Take(OnAPage + 1).ToListAsync();
        More = rows.Count > OnAPage;
        Rows = rows[..Math.Min(rows.Count, OnAPage)];
        await shown.AsPageAsync("members", [.. Rows.Select(m => m.PersonId).OfType<PersonId>()]);
    }
}
