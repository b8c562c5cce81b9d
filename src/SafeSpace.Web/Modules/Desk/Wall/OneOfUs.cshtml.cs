using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Wall;

/// <summary>This record is of one of us: from then on it stands behind the wall, and who put it there sees it no more either, unless they hold the key.</summary>
[Needs(Permission.EditPeople)]
public sealed class OneOfUsModel(GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, WallService walls, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid? Account { get; set; }

    public IReadOnlyList<Choice> Accounts { get; private set; } = [];

    /// <summary>Whose record it is already; seen by who holds the key.</summary>
    public string? Whose { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Account is not { } account || Accounts.All(a => a.Value != account.ToString()))
            return Wrong(T["Please choose who it is."]);
        if (!await walls.LinkAsync(Person.Id, new UserId(account), Viewer.Actor))
            return NotFound();
        this.MarkSaved(clock.Now, T["The record is behind the wall."]);
        return LocalRedirect(Url.Content("~/"));
    }

    public async Task<IActionResult> OnPostDownAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        await walls.UnlinkAsync(Person.Id, Viewer.Actor);
        this.MarkSaved(clock.Now);
        return ToPerson();
    }

    private PageResult Wrong(string sentence)
    {
        ModelState.AddModelError(nameof(Account), sentence);
        return Mistaken();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/one-of-us") is { } answer)
            return answer;
        var link = await whole.PersonAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == Person.Id && a.Until == null);
        var accounts = await whole.Users.AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        Whose = link is null ? null : accounts.Find(a => a.Id == link.UserId.Value)?.DisplayName ?? "—";
        var colleagues = Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.SeePeople)).ToList();
        var able = (await whole.UserRoles.Where(r => colleagues.Contains(r.Role)).Select(r => r.UserId).ToListAsync()).Select(u => u.Value).ToHashSet();
        Accounts = [.. accounts.Where(a => able.Contains(a.Id)).Select(a => new Choice(a.Id.ToString(), a.DisplayName))];
        return null;
    }
}
